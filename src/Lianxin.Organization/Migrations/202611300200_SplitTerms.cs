using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Organization.Migrations;

/// <summary>What an order of a split says of functions and of the rest.</summary>
[DbContext(typeof(AppDb)), Migration("202611300200_SplitTerms")]
internal sealed class SplitTermsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("functions", "org_reorganisations", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<bool>("rest", "org_reorganisations", nullable: false, defaultValue: false);
    }
}
