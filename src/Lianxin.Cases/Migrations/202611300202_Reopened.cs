using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Whether the reporter has had a case opened again, apart from how often it was opened by anybody.</summary>
[DbContext(typeof(AppDb)), Migration("202611300202_Reopened")]
internal sealed class Reopened : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("reopened", "cases_cases", nullable: false, defaultValue: false);
        migrationBuilder.Sql("UPDATE cases_cases SET reopened = TRUE WHERE round > 0 AND EXISTS (SELECT 1 FROM cases_entries e WHERE e.case_id = cases_cases.id AND e.kind = 'Reopened')");
    }
}
