using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Numbers a case has in other systems, how it ended, and when it happened where that was before it was entered.</summary>
[DbContext(typeof(AppDb)), Migration("202611271001_OuterNumbers")]
internal sealed class OuterNumbers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_outer_numbers", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            source = table.Column<string>(maxLength: 40, nullable: false),
            number = table.Column<string>(maxLength: 60, nullable: false),
            due = table.Column<DateTime>(nullable: true),
            return_by = table.Column<DateTime>(nullable: true),
            at = table.Column<DateTime>(nullable: false),
            returned_at = table.Column<DateTime>(nullable: true),
            answered_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_outer_numbers", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_outer_numbers_source_number", "cases_outer_numbers", ["source", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_cases_outer_numbers_case_id", "cases_outer_numbers", "case_id");
        migrationBuilder.AddColumn<string>("ending", "cases_cases", maxLength: 40, nullable: false, defaultValue: "Usual");
        migrationBuilder.AddColumn<DateTime>("happened_at", "cases_cases", nullable: true);
    }
}
