using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Platform.Migrations;

[DbContext(typeof(AppDb)), Migration("202611210100_Platform")]
internal sealed class Platform : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("platform_accounts", table => new
        {
            id = table.Column<long>(nullable: false),
            person_id = table.Column<long>(nullable: false),
            login = table.Column<string>(maxLength: 40, nullable: false),
            password_hash = table.Column<string>(maxLength: 200, nullable: false),
            password_at = table.Column<DateTime>(nullable: false),
            totp_secret = table.Column<string>(maxLength: 300, nullable: true),
            totp_step = table.Column<long>(nullable: false),
            language = table.Column<string>(maxLength: 20, nullable: false),
            disabled_at = table.Column<DateTime>(nullable: true),
            must_change = table.Column<bool>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_accounts", x => x.id));
        migrationBuilder.CreateTable("platform_acts", table => new
        {
            id = table.Column<long>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            use_case = table.Column<string>(maxLength: 60, nullable: false),
            account_id = table.Column<long>(nullable: true),
            person_id = table.Column<long>(nullable: true),
            post_id = table.Column<long>(nullable: true),
            why = table.Column<string>(maxLength: 500, nullable: true),
            on_behalf = table.Column<string>(maxLength: 60, nullable: true),
            changes = table.Column<string>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_acts", x => x.id));
        migrationBuilder.CreateTable("platform_chain", table => new
        {
            position = table.Column<long>(nullable: false),
            act_id = table.Column<long>(nullable: false),
            hash = table.Column<string>(maxLength: 64, nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_chain", x => x.position));
        migrationBuilder.CreateTable("platform_counters", table => new
        {
            key = table.Column<string>(maxLength: 80, nullable: false),
            unit_id = table.Column<long>(nullable: false),
            day = table.Column<DateOnly>(nullable: false),
            value = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_counters", x => new { x.key, x.unit_id, x.day }));
        migrationBuilder.CreateTable("platform_deliveries", table => new
        {
            id = table.Column<long>(nullable: false),
            @event = table.Column<string>(maxLength: 60, nullable: false),
            consumer = table.Column<string>(maxLength: 80, nullable: false),
            payload = table.Column<string>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            due_at = table.Column<DateTime>(nullable: false),
            tries = table.Column<int>(nullable: false),
            error = table.Column<string>(maxLength: 500, nullable: true),
            given_up_at = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_platform_deliveries", x => x.id));
        migrationBuilder.CreateTable("platform_file_bytes", table => new
        {
            id = table.Column<long>(nullable: false),
            bytes = table.Column<byte[]>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_file_bytes", x => x.id));
        migrationBuilder.CreateTable("platform_files", table => new
        {
            id = table.Column<long>(nullable: false),
            owner_kind = table.Column<string>(maxLength: 20, nullable: false),
            owner_id = table.Column<long>(nullable: false),
            kind = table.Column<string>(maxLength: 40, nullable: false),
            size = table.Column<int>(nullable: false),
            sha256 = table.Column<string>(maxLength: 64, nullable: false),
            at = table.Column<DateTime>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_files", x => x.id));
        migrationBuilder.CreateTable("platform_installations", table => new
        {
            id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            pack = table.Column<string>(maxLength: 40, nullable: false),
            title = table.Column<string>(maxLength: 60, nullable: false),
            pack_version = table.Column<string>(maxLength: 20, nullable: false),
            sha256 = table.Column<string>(maxLength: 64, nullable: false),
            at = table.Column<DateTime>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_installations", x => x.id));
        migrationBuilder.CreateTable("platform_limits", table => new
        {
            key = table.Column<string>(maxLength: 120, nullable: false),
            until = table.Column<DateTime>(nullable: false),
            count = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_limits", x => x.key));
        migrationBuilder.CreateTable("platform_marks", table => new
        {
            name = table.Column<string>(maxLength: 40, nullable: false),
            value = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_marks", x => x.name));
        migrationBuilder.CreateTable("platform_notices", table => new
        {
            id = table.Column<long>(nullable: false),
            person_id = table.Column<long>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            text = table.Column<string>(maxLength: 120, nullable: false),
            parts = table.Column<string>(maxLength: 1000, nullable: false),
            link = table.Column<string>(maxLength: 200, nullable: false),
            urgent = table.Column<bool>(nullable: false),
            read_at = table.Column<DateTime>(nullable: true),
        }, constraints: table => table.PrimaryKey("pk_platform_notices", x => x.id));
        migrationBuilder.CreateTable("platform_persons", table => new
        {
            id = table.Column<long>(nullable: false),
            name = table.Column<string>(maxLength: 40, nullable: false),
            work_phone = table.Column<string>(maxLength: 40, nullable: true),
            merged_into = table.Column<long>(nullable: true),
            phone_cipher = table.Column<string>(maxLength: 12000, nullable: false),
            phone_index = table.Column<string>(maxLength: 64, nullable: false),
            phone_mask = table.Column<string>(maxLength: 8000, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_persons", x => x.id));
        migrationBuilder.CreateTable("platform_posts", table => new
        {
            id = table.Column<long>(nullable: false),
            person_id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            role = table.Column<string>(maxLength: 40, nullable: false),
            target_id = table.Column<long>(nullable: true),
            from = table.Column<DateTime>(nullable: false),
            to = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_posts", x => x.id));
        migrationBuilder.CreateTable("platform_receipts", table => new
        {
            key = table.Column<string>(maxLength: 100, nullable: false),
            use_case = table.Column<string>(maxLength: 60, nullable: false),
            result = table.Column<string>(maxLength: 500, nullable: true),
            body_hash = table.Column<string>(maxLength: 64, nullable: true),
            at = table.Column<DateTime>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_receipts", x => x.key));
        migrationBuilder.CreateTable("platform_ring_keys", table => new
        {
            name = table.Column<string>(maxLength: 100, nullable: false),
            xml = table.Column<string>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_ring_keys", x => x.name));
        migrationBuilder.CreateTable("platform_roles", table => new
        {
            id = table.Column<long>(nullable: false),
            install_unit_id = table.Column<long>(nullable: false),
            key = table.Column<string>(maxLength: 40, nullable: false),
            name = table.Column<string>(maxLength: 40, nullable: false),
            face = table.Column<string>(maxLength: 40, nullable: false),
            level = table.Column<string>(maxLength: 40, nullable: false),
            rights = table.Column<string>(maxLength: 4000, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_roles", x => x.id));
        migrationBuilder.CreateTable("platform_schedules", table => new
        {
            name = table.Column<string>(maxLength: 60, nullable: false),
            next_at = table.Column<DateTime>(nullable: false),
            last_at = table.Column<DateTime>(nullable: true),
            error = table.Column<string>(maxLength: 500, nullable: true),
        }, constraints: table => table.PrimaryKey("pk_platform_schedules", x => x.name));
        migrationBuilder.CreateTable("platform_sequences", table => new
        {
            name = table.Column<string>(maxLength: 80, nullable: false),
            next = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_sequences", x => x.name));
        migrationBuilder.CreateTable("platform_sessions", table => new
        {
            id = table.Column<long>(nullable: false),
            token_hash = table.Column<string>(maxLength: 64, nullable: false),
            account_id = table.Column<long>(nullable: false),
            post_id = table.Column<long>(nullable: true),
            at = table.Column<DateTime>(nullable: false),
            seen_at = table.Column<DateTime>(nullable: false),
            ended_at = table.Column<DateTime>(nullable: true),
            address = table.Column<string>(maxLength: 64, nullable: false),
            agent = table.Column<string>(maxLength: 200, nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_sessions", x => x.id));
        migrationBuilder.CreateTable("platform_settings", table => new
        {
            id = table.Column<long>(nullable: false),
            key = table.Column<string>(maxLength: 40, nullable: false),
            value = table.Column<string>(maxLength: 500, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_settings", x => x.id));
        migrationBuilder.CreateTable("platform_targets", table => new
        {
            id = table.Column<long>(nullable: false),
            kind = table.Column<string>(maxLength: 20, nullable: false),
            unit_id = table.Column<long>(nullable: false),
            name = table.Column<string>(maxLength: 80, nullable: false),
            longitude = table.Column<double>(nullable: true),
            latitude = table.Column<double>(nullable: true),
            tags = table.Column<string>(maxLength: 200, nullable: false),
            retired_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_targets", x => x.id));
        migrationBuilder.CreateTable("platform_units", table => new
        {
            id = table.Column<long>(nullable: false),
            parent_id = table.Column<long>(nullable: true),
            code = table.Column<string>(maxLength: 18, nullable: false),
            name = table.Column<string>(maxLength: 60, nullable: false),
            kind = table.Column<string>(maxLength: 40, nullable: false),
            level = table.Column<string>(maxLength: 40, nullable: false),
            relation = table.Column<string>(maxLength: 40, nullable: false),
            path = table.Column<string>(maxLength: 400, nullable: false),
            bureau_id = table.Column<long>(nullable: true),
            functions = table.Column<string>(maxLength: 400, nullable: false),
            phone = table.Column<string>(maxLength: 40, nullable: true),
            accepts = table.Column<bool>(nullable: false),
            fallback_post_id = table.Column<long>(nullable: true),
            valid_from = table.Column<DateTime>(nullable: false),
            valid_to = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_units", x => x.id));
        migrationBuilder.CreateTable("platform_unsealed", table => new
        {
            act_id = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_platform_unsealed", x => x.act_id));
        migrationBuilder.CreateIndex("ix_platform_accounts_login", "platform_accounts", "login", unique: true);
        migrationBuilder.CreateIndex("ix_platform_accounts_person_id", "platform_accounts", "person_id");
        migrationBuilder.CreateIndex("ix_platform_acts_at", "platform_acts", "at");
        migrationBuilder.CreateIndex("ix_platform_acts_person_id", "platform_acts", "person_id");
        migrationBuilder.CreateIndex("ix_platform_chain_act_id", "platform_chain", "act_id", unique: true);
        migrationBuilder.CreateIndex("ix_platform_deliveries_given_up_at_due_at", "platform_deliveries", ["given_up_at", "due_at"]);
        migrationBuilder.CreateIndex("ix_platform_files_owner_kind_owner_id", "platform_files", ["owner_kind", "owner_id"]);
        migrationBuilder.CreateIndex("ix_platform_installations_unit_id", "platform_installations", "unit_id", unique: true);
        migrationBuilder.CreateIndex("ix_platform_notices_person_id_read_at_id", "platform_notices", ["person_id", "read_at", "id"]);
        migrationBuilder.CreateIndex("ix_platform_notices_person_id_id", "platform_notices", ["person_id", "id"]);
        migrationBuilder.CreateIndex("ix_platform_posts_person_id", "platform_posts", "person_id");
        migrationBuilder.CreateIndex("ix_platform_posts_unit_id", "platform_posts", "unit_id");
        migrationBuilder.CreateIndex("ix_platform_receipts_at", "platform_receipts", "at");
        migrationBuilder.CreateIndex("ix_platform_roles_install_unit_id_key", "platform_roles", ["install_unit_id", "key"], unique: true);
        migrationBuilder.CreateIndex("ix_platform_sessions_account_id", "platform_sessions", "account_id");
        migrationBuilder.CreateIndex("ix_platform_sessions_token_hash", "platform_sessions", "token_hash", unique: true);
        migrationBuilder.CreateIndex("ix_platform_settings_key", "platform_settings", "key", unique: true);
        migrationBuilder.CreateIndex("ix_platform_targets_kind", "platform_targets", "kind");
        migrationBuilder.CreateIndex("ix_platform_targets_unit_id", "platform_targets", "unit_id");
        migrationBuilder.CreateIndex("ix_platform_units_code", "platform_units", "code", unique: true);
        migrationBuilder.CreateIndex("ix_platform_units_parent_id", "platform_units", "parent_id");
    }
}
