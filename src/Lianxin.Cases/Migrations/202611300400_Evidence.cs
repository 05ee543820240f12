using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

/// <summary>Conditions under which nothing is finished without something that shows it.</summary>
[DbContext(typeof(AppDb)), Migration("202611300400_Evidence")]
internal sealed class Evidence : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("evidence", "cases_conditions", nullable: false, defaultValue: false);
}
