using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>每月回访: what is drawn, who is called, and what they said.</summary>
[DbContext(typeof(AppDb)), Migration("202611280310_Revisits")]
internal sealed class Revisits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_revisit_draws", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            month = table.Column<DateOnly>(nullable: false),
            seed = table.Column<string>(maxLength: 40, nullable: false),
            unrated_most = table.Column<int>(nullable: false),
            rated_percent = table.Column<int>(nullable: false),
            tries = table.Column<int>(nullable: false),
            unrated = table.Column<string>(nullable: false),
            rated = table.Column<string>(nullable: false),
            unrated_apart = table.Column<int>(nullable: false),
            rated_apart = table.Column<int>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_revisit_draws", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_revisit_draws_unit_id_month", "cases_revisit_draws", ["unit_id", "month"], unique: true);
        migrationBuilder.CreateTable("cases_revisits", table => new
        {
            id = table.Column<long>(nullable: false),
            draw_id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            round = table.Column<int>(nullable: false),
            was_rated = table.Column<bool>(nullable: false),
            turn = table.Column<int>(nullable: false),
            tries = table.Column<int>(nullable: false),
            result = table.Column<string>(maxLength: 40, nullable: true),
            at = table.Column<DateTime>(nullable: true),
            by_person_id = table.Column<long>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_revisits", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_revisits_draw_id_case_id", "cases_revisits", ["draw_id", "case_id"], unique: true);
        migrationBuilder.CreateIndex("ix_cases_revisits_unit_id_result_turn", "cases_revisits", ["unit_id", "result", "turn"]);
        migrationBuilder.CreateIndex("ix_cases_revisits_case_id", "cases_revisits", "case_id");
        migrationBuilder.AddColumn<string>("grade", "cases_ratings", maxLength: 40, nullable: true);
        migrationBuilder.AddColumn<int>("revisit_unrated", "cases_rules", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("revisit_percent", "cases_rules", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("revisit_tries", "cases_rules", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<string>("revisit_script", "cases_rules", maxLength: 1_000, nullable: false, defaultValue: "");
    }
}
