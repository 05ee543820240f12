using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Platform.Migrations;

/// <summary>The heads of the audit chain as they were published.</summary>
[DbContext(typeof(AppDb)), Migration("202611210130_Heads")]
internal sealed class Heads : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("platform_heads", table => new
    {
        position = table.Column<long>(nullable: false),
        hash = table.Column<string>(maxLength: 64, nullable: false),
        at = table.Column<DateTime>(nullable: false),
    }, constraints: table => table.PrimaryKey("pk_platform_heads", x => x.position));
}
