using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>协调函: received at one time, answered at another. What was noted as come back before counts as both.</summary>
[DbContext(typeof(AppDb)), Migration("202611300110_LettersBack")]
internal sealed class LettersBack : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("letter_received_at", "cases_dispatches", nullable: true);
        migrationBuilder.AddColumn<DateTime>("letter_answered_at", "cases_dispatches", nullable: true);
        migrationBuilder.Sql(
            """
            UPDATE cases_dispatches SET letter_answered_at = (
                SELECT min(e.at) FROM cases_entries e
                WHERE e.case_id = cases_dispatches.case_id AND e.kind = 'PaperBack' AND e.parts LIKE '%"' || cases_dispatches.letter || '"%')
            WHERE letter IS NOT NULL
            """);
        migrationBuilder.Sql("UPDATE cases_dispatches SET letter_received_at = letter_answered_at WHERE letter_answered_at IS NOT NULL");
    }
}
