using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Numbered documents that are printed, signed, sealed and scanned back.</summary>
[DbContext(typeof(AppDb)), Migration("202611210425_Papers")]
internal sealed class Papers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_papers", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            number = table.Column<string>(maxLength: 40, nullable: false),
            kind = table.Column<string>(maxLength: 40, nullable: false),
            about_id = table.Column<long>(nullable: true),
            entry_id = table.Column<long>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            scanned_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_papers", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_papers_case_id", "cases_papers", "case_id");
        migrationBuilder.AddColumn<int>("papers", "cases_cases", nullable: false, defaultValue: 0);
    }
}
