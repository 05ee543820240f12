using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>批示: several on one case, and when each came back to its signer, also to one who has no account.</summary>
[DbContext(typeof(AppDb)), Migration("202611300100_ReportedBack")]
internal sealed class ReportedBack : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("told_at", "cases_instructions", nullable: true);
        migrationBuilder.Sql("UPDATE cases_instructions SET told_at = done_at WHERE done_at IS NOT NULL");
        migrationBuilder.AddColumn<int>("orders", "cases_cases", nullable: false, defaultValue: 0);
        migrationBuilder.Sql(
            "UPDATE cases_cases SET orders = (SELECT count(*) FROM cases_instructions i WHERE i.case_id = cases_cases.id) WHERE id IN (SELECT case_id FROM cases_instructions)");
    }
}
