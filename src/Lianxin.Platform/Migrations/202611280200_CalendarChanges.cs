using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Platform.Migrations;

/// <summary>When each line of a calendar was entered, every change with its reason, and who was told that a year has no notice.</summary>
[DbContext(typeof(AppDb)), Migration("202611280200_CalendarChanges")]
internal sealed class CalendarChanges : Migration
{
    /// <summary>What was entered before this was kept counts as having held from the beginning.</summary>
    private static readonly DateTime Before = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["platform_calendar_years", "platform_calendar_hours", "platform_calendar_days"])
            migrationBuilder.AddColumn<DateTime>("entered_at", table, nullable: false, defaultValue: Before);
        migrationBuilder.CreateTable("platform_calendar_changes", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            first_day = table.Column<DateOnly>(nullable: false),
            what = table.Column<string>(maxLength: 800, nullable: false),
            by = table.Column<string>(maxLength: 60, nullable: false),
            reason = table.Column<string>(maxLength: 500, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_calendar_changes", x => x.id));
        migrationBuilder.CreateIndex("ix_platform_calendar_changes_unit_id_id", "platform_calendar_changes", ["unit_id", "id"]);
        migrationBuilder.CreateTable("platform_calendar_warnings", table => new
        {
            person_id = table.Column<long>(nullable: false),
            year = table.Column<int>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_calendar_warnings", x => new { x.person_id, x.year }));
    }
}
