using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>吹哨: the units called to a place, and the times packs give them; 2 urgent hours and 3 workdays until a pack says otherwise.</summary>
[DbContext(typeof(AppDb)), Migration("202611210410_Calls")]
internal sealed class Calls : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_calls", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            whistle_id = table.Column<long>(nullable: false),
            dispatch_id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            by_unit_id = table.Column<long>(nullable: false),
            by_person_id = table.Column<long>(nullable: true),
            urgent = table.Column<bool>(nullable: false),
            place = table.Column<string>(maxLength: 100, nullable: false),
            at = table.Column<DateTime>(nullable: false),
            due_parts = table.Column<string>(maxLength: 120, nullable: false),
            due = table.Column<DateTime>(nullable: false),
            next_at = table.Column<DateTime>(nullable: true),
            arrived_at = table.Column<DateTime>(nullable: true),
            how = table.Column<string>(maxLength: 40, nullable: true),
            late_at = table.Column<DateTime>(nullable: true),
            absent_at = table.Column<DateTime>(nullable: true),
            caller_mark = table.Column<int>(nullable: true),
            caller_words = table.Column<string>(maxLength: 200, nullable: false),
            unit_mark = table.Column<int>(nullable: true),
            unit_words = table.Column<string>(maxLength: 200, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_calls", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_calls_case_id", "cases_calls", "case_id");
        migrationBuilder.CreateIndex("ix_cases_calls_next_at", "cases_calls", "next_at", filter: "next_at IS NOT NULL");
        migrationBuilder.AddColumn<int>("whistles", "cases_cases", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("whistle_urgent", "cases_rules", nullable: false, defaultValue: 2);
        migrationBuilder.AddColumn<string>("whistle_urgent_unit", "cases_rules", maxLength: 20, nullable: false, defaultValue: "urgent-hour");
        migrationBuilder.AddColumn<int>("whistle_ordinary", "cases_rules", nullable: false, defaultValue: 3);
        migrationBuilder.AddColumn<string>("whistle_ordinary_unit", "cases_rules", maxLength: 20, nullable: false, defaultValue: "work-day");
    }
}
