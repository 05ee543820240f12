using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Drafts of replies, per unit that takes cases in.</summary>
[DbContext(typeof(AppDb)), Migration("202611210430_Templates")]
internal sealed class Templates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_templates", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            name = table.Column<string>(maxLength: 40, nullable: false),
            words = table.Column<string>(maxLength: 1000, nullable: false),
            retired_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_templates", x => x.id));
        migrationBuilder.CreateIndex("ix_cases_templates_unit_id", "cases_templates", "unit_id");
    }
}
