using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>What stands behind a month's account.</summary>
[DbContext(typeof(AppDb)), Migration("202611300310_Stays")]
internal sealed class Stays : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_stays", table => new
        {
            case_id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            month = table.Column<DateOnly>(nullable: false),
            began = table.Column<string>(maxLength: 40, nullable: false),
            left_month = table.Column<DateOnly>(nullable: true),
            ended = table.Column<string>(maxLength: 40, nullable: true),
            category = table.Column<string>(maxLength: 60, nullable: false),
            channel = table.Column<string>(maxLength: 40, nullable: false),
            apart = table.Column<bool>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_stays", x => new { x.case_id, x.unit_id, x.month }));
        migrationBuilder.CreateIndex("ix_cases_stays_unit_id_month", "cases_stays", ["unit_id", "month"]);
        migrationBuilder.CreateIndex("ix_cases_stays_unit_id_left_month", "cases_stays", ["unit_id", "left_month"]);
    }
}
