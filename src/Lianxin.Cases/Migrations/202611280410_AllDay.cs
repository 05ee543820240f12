using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>The desk all day: views under a name, what became of many cases in one go, hand-overs; and the newest lines of all timelines, which open pages are told of.</summary>
[DbContext(typeof(AppDb)), Migration("202611280410_AllDay")]
internal sealed class AllDay : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_saved_filters", table => new
        {
            id = table.Column<long>(nullable: false),
            person_id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: true),
            name = table.Column<string>(maxLength: 20, nullable: false),
            view = table.Column<string>(maxLength: 600, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_saved_filters", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_saved_filters_person_id", "cases_saved_filters", "person_id");
        migrationBuilder.CreateIndex("ix_cases_saved_filters_unit_id", "cases_saved_filters", "unit_id");
        migrationBuilder.CreateTable("cases_bulk_runs", table => new
        {
            id = table.Column<long>(nullable: false),
            person_id = table.Column<long>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            act = table.Column<string>(maxLength: 20, nullable: false),
            view = table.Column<string>(maxLength: 600, nullable: false),
            lines = table.Column<string>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_bulk_runs", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_bulk_runs_person_id", "cases_bulk_runs", "person_id");
        migrationBuilder.CreateTable("cases_handovers", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            from_person_id = table.Column<long>(nullable: false),
            from_name = table.Column<string>(maxLength: 60, nullable: false),
            from_post = table.Column<string>(maxLength: 60, nullable: false),
            note = table.Column<string>(maxLength: 1000, nullable: false),
            left = table.Column<string>(nullable: false),
            to_person_id = table.Column<long>(nullable: true),
            to_name = table.Column<string>(maxLength: 60, nullable: false),
            taken_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_handovers", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_handovers_unit_id_id", "cases_handovers", ["unit_id", "id"]);
        migrationBuilder.CreateIndex("ix_cases_entries_at", "cases_entries", "at");
    }
}
