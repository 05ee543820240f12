using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Who must keep out of a case; and what the queue and the village page read by when years of closed cases lie behind.</summary>
[DbContext(typeof(AppDb)), Migration("202611210305_Recusals")]
internal sealed class Recusals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_recusals", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            person_id = table.Column<long>(nullable: false),
            tie = table.Column<string>(maxLength: 40, nullable: false),
            at = table.Column<DateTime>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_recusals", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_recusals_case_id_person_id", "cases_recusals", ["case_id", "person_id"], unique: true);
        migrationBuilder.CreateIndex("ix_cases_cases_next_due_id", "cases_cases", ["next_due", "id"], filter: "next_due IS NOT NULL");
        migrationBuilder.CreateIndex("ix_cases_cases_closed_at", "cases_cases", "closed_at");
        migrationBuilder.CreateIndex("ix_cases_cases_off_list", "cases_cases", "id", filter: "off_list");
        migrationBuilder.CreateIndex("ix_cases_entries_by_person_id_at", "cases_entries", ["by_person_id", "at"]);
    }
}
