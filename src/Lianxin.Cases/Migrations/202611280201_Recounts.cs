using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>期限重算: how far each has got, and every date a change of the calendar moved.</summary>
[DbContext(typeof(AppDb)), Migration("202611280201_Recounts")]
internal sealed class Recounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_recounts", table => new
        {
            id = table.Column<long>(nullable: false),
            change_id = table.Column<long>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            reached = table.Column<long>(nullable: false),
            cases = table.Column<int>(nullable: false),
            promises = table.Column<int>(nullable: false),
            parts = table.Column<int>(nullable: false),
            earlier = table.Column<int>(nullable: false),
            later = table.Column<int>(nullable: false),
            done_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_recounts", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_recounts_change_id", "cases_recounts", "change_id", unique: true);
        migrationBuilder.CreateIndex("ix_cases_recounts_open", "cases_recounts", "id", filter: "done_at IS NULL");
        migrationBuilder.CreateTable("cases_moved_dates", table => new
        {
            id = table.Column<long>(nullable: false),
            change_id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            clock = table.Column<string>(maxLength: 40, nullable: false),
            part_id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            was = table.Column<DateTime>(nullable: false),
            due = table.Column<DateTime>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_moved_dates", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_moved_dates_change_id_id", "cases_moved_dates", ["change_id", "id"]);
        migrationBuilder.CreateIndex("ix_cases_moved_dates_case_id_change_id_clock_part_id", "cases_moved_dates", ["case_id", "change_id", "clock", "part_id"], unique: true);
    }
}
