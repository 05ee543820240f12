using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>What stands behind a figure, and the versions of the formulas.</summary>
[DbContext(typeof(AppDb)), Migration("202611280300_Marks")]
internal sealed class Marks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_marks", table => new
        {
            case_id = table.Column<long>(nullable: false),
            fact = table.Column<string>(maxLength: 40, nullable: false),
            unit_id = table.Column<long>(nullable: false),
            leaf_id = table.Column<long>(nullable: false),
            day = table.Column<DateOnly>(nullable: false),
            rules_id = table.Column<long>(nullable: false),
            apart = table.Column<bool>(nullable: false),
            until = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_cases_marks", x => new { x.case_id, x.fact, x.unit_id }));
        migrationBuilder.CreateIndex("ix_cases_marks_unit_id_fact_day", "cases_marks", ["unit_id", "fact", "day"]);
        migrationBuilder.CreateTable("cases_rate_rules", table => new
        {
            id = table.Column<long>(nullable: false),
            install_unit_id = table.Column<long>(nullable: false),
            number = table.Column<int>(nullable: false),
            from = table.Column<DateOnly>(nullable: false),
            respond_within = table.Column<int>(nullable: false),
            respond_unit = table.Column<string>(maxLength: 20, nullable: false),
            satisfied_from = table.Column<int>(nullable: false),
            basic_from = table.Column<int>(nullable: false),
            formulas = table.Column<string>(maxLength: 2_000, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_rate_rules", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_rate_rules_install_unit_id_number", "cases_rate_rules", ["install_unit_id", "number"], unique: true);
    }
}
