using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Cases.Migrations;

[DbContext(typeof(AppDb)), Migration("202611210300_Cases")]
internal sealed partial class Cases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("cases_cases", table => new
        {
            id = table.Column<long>(nullable: false),
            number = table.Column<string>(maxLength: 20, nullable: false),
            code_hash = table.Column<string>(maxLength: 64, nullable: false),
            code_sealed = table.Column<string>(maxLength: 120, nullable: false),
            status = table.Column<string>(maxLength: 40, nullable: false),
            round = table.Column<int>(nullable: false),
            channel = table.Column<string>(maxLength: 40, nullable: false),
            title = table.Column<string>(maxLength: 60, nullable: false),
            words = table.Column<string>(maxLength: 4000, nullable: false),
            words_sealed = table.Column<string>(nullable: true),
            place_words = table.Column<string>(maxLength: 100, nullable: false),
            place_sealed = table.Column<string>(nullable: true),
            place_unit_id = table.Column<long>(nullable: false),
            longitude = table.Column<double>(nullable: true),
            latitude = table.Column<double>(nullable: true),
            accept_unit_id = table.Column<long>(nullable: false),
            condition_id = table.Column<long>(nullable: true),
            category = table.Column<string>(maxLength: 60, nullable: false),
            kind_id = table.Column<long>(nullable: true),
            @private = table.Column<bool>(nullable: false),
            danger = table.Column<bool>(nullable: false),
            off_list = table.Column<bool>(nullable: false),
            hidden = table.Column<bool>(nullable: false),
            accused_unit_id = table.Column<long>(nullable: true),
            at = table.Column<DateTime>(nullable: false),
            promise_start = table.Column<DateTime>(nullable: false),
            promise_parts = table.Column<string>(maxLength: 120, nullable: false),
            promise_due = table.Column<DateTime>(nullable: false),
            rise_at = table.Column<DateTime>(nullable: true),
            replied_at = table.Column<DateTime>(nullable: true),
            closed_at = table.Column<DateTime>(nullable: true),
            next_due = table.Column<DateTime>(nullable: true),
            next_clock = table.Column<long>(nullable: true),
            kind_start = table.Column<DateTime>(nullable: true),
            kind_parts = table.Column<string>(maxLength: 120, nullable: false),
            kind_due = table.Column<DateTime>(nullable: true),
            first_asked_person_id = table.Column<long>(nullable: true),
            first_asked_unit_id = table.Column<long>(nullable: false),
            contact_person_id = table.Column<long>(nullable: true),
            delegate_person_id = table.Column<long>(nullable: true),
            urges = table.Column<int>(nullable: false),
            supervised_at = table.Column<DateTime>(nullable: true),
            unread = table.Column<bool>(nullable: false),
            pending = table.Column<bool>(nullable: false),
            appealed = table.Column<bool>(nullable: false),
            reopening_refused = table.Column<bool>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_cases", x => x.id));
        migrationBuilder.CreateTable("cases_categories", table => new
        {
            id = table.Column<long>(nullable: false),
            install_unit_id = table.Column<long>(nullable: false),
            key = table.Column<string>(maxLength: 60, nullable: false),
            parent_key = table.Column<string>(maxLength: 60, nullable: true),
            name = table.Column<string>(maxLength: 40, nullable: false),
            plain = table.Column<string>(maxLength: 40, nullable: true),
            icon = table.Column<string>(maxLength: 40, nullable: false),
            words = table.Column<string>(maxLength: 400, nullable: false),
            order = table.Column<int>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_categories", x => x.id));
        migrationBuilder.CreateTable("cases_conditions", table => new
        {
            id = table.Column<long>(nullable: false),
            install_unit_id = table.Column<long>(nullable: false),
            key = table.Column<string>(maxLength: 60, nullable: false),
            category_key = table.Column<string>(maxLength: 60, nullable: false),
            name = table.Column<string>(maxLength: 60, nullable: false),
            limit = table.Column<int>(nullable: false),
            limit_unit = table.Column<string>(maxLength: 20, nullable: false),
            kind_key = table.Column<string>(maxLength: 60, nullable: false),
            function = table.Column<string>(maxLength: 40, nullable: true),
            @private = table.Column<bool>(nullable: false),
            danger = table.Column<bool>(nullable: false),
            protect = table.Column<bool>(nullable: false),
            source = table.Column<string>(maxLength: 60, nullable: false),
            valid_from = table.Column<DateTime>(nullable: false),
            valid_to = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_conditions", x => x.id));
        migrationBuilder.CreateTable("cases_dispatches", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
            lead = table.Column<bool>(nullable: false),
            state = table.Column<string>(maxLength: 40, nullable: false),
            round = table.Column<int>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            by_post_id = table.Column<long>(nullable: true),
            by_person_id = table.Column<long>(nullable: true),
            signed_for = table.Column<string>(maxLength: 60, nullable: true),
            letter = table.Column<string>(maxLength: 40, nullable: true),
            due_parts = table.Column<string>(maxLength: 120, nullable: false),
            due = table.Column<DateTime>(nullable: false),
            rise_at = table.Column<DateTime>(nullable: true),
            signed_at = table.Column<DateTime>(nullable: true),
            done_at = table.Column<DateTime>(nullable: true),
            ended_at = table.Column<DateTime>(nullable: true),
            result = table.Column<string>(maxLength: 2000, nullable: false),
            cost = table.Column<long>(nullable: true),
            reworks = table.Column<int>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_dispatches", x => x.id));
        migrationBuilder.CreateTable("cases_entries", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            kind = table.Column<string>(maxLength: 40, nullable: false),
            by = table.Column<string>(maxLength: 60, nullable: false),
            by_post = table.Column<string>(maxLength: 120, nullable: false),
            by_person_id = table.Column<long>(nullable: true),
            unit_id = table.Column<long>(nullable: true),
            words = table.Column<string>(maxLength: 4000, nullable: false),
            words_sealed = table.Column<string>(nullable: true),
            parts = table.Column<string>(maxLength: 600, nullable: false),
            basis = table.Column<string>(maxLength: 2000, nullable: false),
            @public = table.Column<bool>(nullable: false),
            read_at = table.Column<DateTime>(nullable: true),
            read_by = table.Column<string>(maxLength: 120, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_entries", x => x.id));
        migrationBuilder.CreateTable("cases_escalations", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            dispatch_id = table.Column<long>(nullable: false),
            round = table.Column<int>(nullable: false),
            to_unit_id = table.Column<long>(nullable: false),
            height = table.Column<int>(nullable: false),
            at = table.Column<DateTime>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_escalations", x => x.id));
        migrationBuilder.CreateTable("cases_kinds", table => new
        {
            id = table.Column<long>(nullable: false),
            install_unit_id = table.Column<long>(nullable: false),
            key = table.Column<string>(maxLength: 60, nullable: false),
            name = table.Column<string>(maxLength: 40, nullable: false),
            hint = table.Column<string>(maxLength: 200, nullable: false),
            order = table.Column<int>(nullable: false),
            clock = table.Column<int>(nullable: false),
            clock_unit = table.Column<string>(maxLength: 20, nullable: false),
            chosen_by = table.Column<string>(maxLength: 60, nullable: false),
            needs = table.Column<string>(maxLength: 80, nullable: false),
            next = table.Column<string>(maxLength: 40, nullable: false),
            appeals = table.Column<int>(nullable: false),
            valid_from = table.Column<DateTime>(nullable: false),
            valid_to = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_kinds", x => x.id));
        migrationBuilder.CreateTable("cases_pleas", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            kind = table.Column<string>(maxLength: 40, nullable: false),
            dispatch_id = table.Column<long>(nullable: true),
            reason = table.Column<string>(maxLength: 1000, nullable: false),
            at = table.Column<DateTime>(nullable: false),
            decide_unit_id = table.Column<long>(nullable: false),
            not_person_id = table.Column<long>(nullable: true),
            decided_at = table.Column<DateTime>(nullable: true),
            upheld = table.Column<bool>(nullable: true),
            decision = table.Column<string>(maxLength: 1000, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_pleas", x => x.id));
        migrationBuilder.CreateTable("cases_ratings", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            round = table.Column<int>(nullable: false),
            solved = table.Column<bool>(nullable: false),
            marks = table.Column<string>(maxLength: 250, nullable: false),
            words = table.Column<string>(maxLength: 500, nullable: false),
            at = table.Column<DateTime>(nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_ratings", x => x.id));
        migrationBuilder.CreateTable("cases_reporters", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            filed_by_person_id = table.Column<long>(nullable: true),
            contact_cipher = table.Column<string>(maxLength: 12000, nullable: false),
            contact_index = table.Column<string>(maxLength: 64, nullable: false),
            contact_mask = table.Column<string>(maxLength: 8000, nullable: false),
            name_cipher = table.Column<string>(maxLength: 12000, nullable: false),
            name_index = table.Column<string>(maxLength: 64, nullable: false),
            name_mask = table.Column<string>(maxLength: 8000, nullable: false),
            phone_cipher = table.Column<string>(maxLength: 12000, nullable: false),
            phone_index = table.Column<string>(maxLength: 64, nullable: false),
            phone_mask = table.Column<string>(maxLength: 8000, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_reporters", x => x.id));
        migrationBuilder.CreateTable("cases_rules", table => new
        {
            id = table.Column<long>(nullable: false),
            install_unit_id = table.Column<long>(nullable: false),
            allowance = table.Column<int>(nullable: false),
            allowance_unit = table.Column<string>(maxLength: 20, nullable: false),
            unclassified = table.Column<int>(nullable: false),
            unclassified_unit = table.Column<string>(maxLength: 20, nullable: false),
            unclassified_kind = table.Column<string>(maxLength: 60, nullable: false),
            escalate_after = table.Column<int>(nullable: false),
            escalate_unit = table.Column<string>(maxLength: 20, nullable: false),
            party_chain = table.Column<bool>(nullable: false),
            axes = table.Column<string>(maxLength: 600, nullable: false),
            reopen_once = table.Column<bool>(nullable: false),
            frequent = table.Column<string>(maxLength: 600, nullable: false),
            words = table.Column<string>(maxLength: 600, nullable: false),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_rules", x => x.id));
        migrationBuilder.CreateTable("cases_scopes", table => new
        {
            case_id = table.Column<long>(nullable: false),
            unit_id = table.Column<long>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_scopes", x => new { x.case_id, x.unit_id }));
        migrationBuilder.CreateTable("cases_steps", table => new
        {
            id = table.Column<long>(nullable: false),
            case_id = table.Column<long>(nullable: false),
            step = table.Column<string>(maxLength: 40, nullable: false),
            round = table.Column<int>(nullable: false),
            started_at = table.Column<DateTime>(nullable: false),
            ended_at = table.Column<DateTime>(nullable: true),
            version = table.Column<int>(nullable: false),
        }, constraints: table => table.PrimaryKey("pk_cases_steps", x => x.id));
        Indexes(migrationBuilder);
    }
}
