using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>问答: what can be answered at once, every version of it, and each time it was used.</summary>
[DbContext(typeof(AppDb)), Migration("202611271003_Answers")]
internal sealed class Answers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_answers", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            number = table.Column<int>(nullable: false),
            title = table.Column<string>(maxLength: 80, nullable: false),
            text = table.Column<string>(maxLength: 4000, nullable: false),
            source = table.Column<string>(maxLength: 200, nullable: false),
            valid_until = table.Column<DateOnly>(nullable: true),
            at = table.Column<DateTime>(nullable: false),
            by = table.Column<string>(maxLength: 60, nullable: false),
            retired_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_answers", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_answers_unit_id", "cases_answers", "unit_id");
        migrationBuilder.CreateTable("cases_answer_versions", table => new
        {
            id = table.Column<long>(nullable: false),
            answer_id = table.Column<long>(nullable: false),
            number = table.Column<int>(nullable: false),
            title = table.Column<string>(maxLength: 80, nullable: false),
            text = table.Column<string>(maxLength: 4000, nullable: false),
            source = table.Column<string>(maxLength: 200, nullable: false),
            valid_until = table.Column<DateOnly>(nullable: true),
            at = table.Column<DateTime>(nullable: false),
            by = table.Column<string>(maxLength: 60, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_answer_versions", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_answer_versions_answer_id_number", "cases_answer_versions", ["answer_id", "number"], unique: true);
        migrationBuilder.CreateTable("cases_answered", table => new
        {
            id = table.Column<long>(nullable: false),
            answer_id = table.Column<long>(nullable: false),
            number = table.Column<int>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            person_id = table.Column<long>(nullable: true),
            at = table.Column<DateTime>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_answered", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_answered_answer_id", "cases_answered", "answer_id");
    }
}
