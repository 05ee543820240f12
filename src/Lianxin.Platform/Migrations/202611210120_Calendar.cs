using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Platform.Migrations;

/// <summary>What units decide about working time: notices of years, working periods, days of their own.</summary>
[DbContext(typeof(AppDb)), Migration("202611210120_Calendar")]
internal sealed class Calendar : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("platform_calendar_years", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            year = table.Column<int>(nullable: false),
            title = table.Column<string>(maxLength: 120, nullable: false),
            number = table.Column<string>(maxLength: 60, nullable: false),
            days = table.Column<string>(maxLength: 8000, nullable: false),
            retired_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_calendar_years", x => x.id));
        migrationBuilder.CreateTable("platform_calendar_hours", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            periods = table.Column<string>(maxLength: 100, nullable: false),
            first_day = table.Column<DateOnly>(nullable: false),
            last_day = table.Column<DateOnly>(nullable: true),
            season_from = table.Column<int>(nullable: true),
            season_to = table.Column<int>(nullable: true),
            retired_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_calendar_hours", x => x.id));
        migrationBuilder.CreateTable("platform_calendar_days", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            first_day = table.Column<DateOnly>(nullable: false),
            last_day = table.Column<DateOnly>(nullable: false),
            name = table.Column<string>(maxLength: 20, nullable: false),
            works = table.Column<bool>(nullable: false),
            retired_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_calendar_days", x => x.id));
        migrationBuilder.CreateIndex(
            "ix_platform_calendar_years_unit_id_year", "platform_calendar_years", ["unit_id", "year"], unique: true, filter: "retired_at IS NULL");
        migrationBuilder.CreateIndex("ix_platform_calendar_hours_unit_id", "platform_calendar_hours", "unit_id");
        migrationBuilder.CreateIndex("ix_platform_calendar_days_unit_id", "platform_calendar_days", "unit_id");
    }
}
