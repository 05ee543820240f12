using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Platform.Migrations;

/// <summary>The order of Chinese names on PostgreSQL; on SQLite each connection brings its own. A server built without ICU keeps the order of characters.</summary>
[DbContext(typeof(AppDb)), Migration("202611290300_PinyinOrder")]
internal sealed class PinyinOrder : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        if (ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)) return;
        migrationBuilder.Sql(
            """
            DO $$ BEGIN
                CREATE COLLATION IF NOT EXISTS pinyin (provider = icu, locale = 'zh-u-co-pinyin');
            EXCEPTION WHEN feature_not_supported OR undefined_object OR invalid_parameter_value THEN
                CREATE COLLATION IF NOT EXISTS pinyin FROM "C";
            END $$;
            """);
    }
}
