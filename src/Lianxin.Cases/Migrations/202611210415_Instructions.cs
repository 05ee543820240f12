using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>批示: who signed, by when, and whether it was reported back.</summary>
[DbContext(typeof(AppDb)), Migration("202611210415_Instructions")]
internal sealed class Instructions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_instructions", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            signer = table.Column<string>(maxLength: 60, nullable: false),
            signer_person_id = table.Column<long>(nullable: true),
            signed_on = table.Column<DateTime>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            due = table.Column<DateTime>(nullable: false),
            late_at = table.Column<DateTime>(nullable: true),
            done_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_instructions", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_instructions_case_id", "cases_instructions", "case_id");
        migrationBuilder.CreateIndex("ix_cases_instructions_due", "cases_instructions", "due", filter: "done_at IS NULL AND late_at IS NULL");
        migrationBuilder.AddColumn<long>("order_id", "cases_cases", nullable: true);
        migrationBuilder.AddColumn<DateTime>("order_due", "cases_cases", nullable: true);
    }
}
