using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Platform.Migrations;

/// <summary>The full-text index: tokens are made by us, so both engines find the same rows.</summary>
[DbContext(typeof(AppDb)), Migration("202611210110_Search")]
internal sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        if (ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            migrationBuilder.Sql("CREATE VIRTUAL TABLE platform_search USING fts5(body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')");
            return;
        }

        migrationBuilder.Sql("CREATE TABLE platform_search (id bigint PRIMARY KEY, body tsvector NOT NULL)");
        migrationBuilder.Sql("CREATE INDEX ix_platform_search_body ON platform_search USING gin (body)");
    }
}
