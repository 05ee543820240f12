using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Platform.Migrations;

/// <summary>The newest notices of everybody, which open pages are told of.</summary>
[DbContext(typeof(AppDb)), Migration("202611280400_NoticesAt")]
internal sealed class NoticesAt : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex("ix_platform_notices_at", "platform_notices", "at");
}
