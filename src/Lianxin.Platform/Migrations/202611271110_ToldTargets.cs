using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Platform.Migrations;

/// <summary>A target stands under its owner's id and knows when it was told; units had a row with an id apart.</summary>
[DbContext(typeof(AppDb)), Migration("202611271110_ToldTargets")]
internal sealed class ToldTargets : Migration
{
    private static readonly DateTime Before = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            UPDATE platform_posts SET target_id = (SELECT t.unit_id FROM platform_targets t WHERE t.id = platform_posts.target_id)
            WHERE target_id IN (SELECT id FROM platform_targets WHERE kind <> 'place')
            """);
        migrationBuilder.Sql("UPDATE platform_targets SET id = unit_id WHERE kind <> 'place'");
        migrationBuilder.AddColumn<DateTime>("told_at", "platform_targets", nullable: false, defaultValue: Before);
        migrationBuilder.Sql("ALTER TABLE platform_targets DROP COLUMN version");
    }
}
