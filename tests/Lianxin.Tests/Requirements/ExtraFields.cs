using System.Text.RegularExpressions;
using Lianxin.Cases.Act;
using Lianxin.Cases.Resident.Public;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Cases.Turns.Reply;
using Lianxin.Organization.People;
using Lianxin.Organization.Units;
using Lianxin.Platform.Audit;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Requirements;

/// <summary>A form sets what it lists and nothing else, whatever is sent with it.</summary>
public sealed partial class ExtraFields
{
    private const string Report = "/v/990101100200/report";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "4")]
    public async Task Every_property_of_every_table_sent_along_changes_nothing_more(string engine)
    {
        await using var plain = await TestSite.Township(engine);
        await using var loaded = await TestSite.Township(engine);
        var extras = await loaded.Look(db => Task.FromResult(Extras(db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))));
        Assert.True(extras.Count > 120, $"Only {extras.Count} properties.");
        Assert.Equal(await Day(plain, []), await Day(loaded, extras));
    }

    /// <summary>An ordinary day, every form of it with the extra fields; what the trail says was changed.</summary>
    private static async Task<string> Day(TestSite site, Dictionary<string, string> extras)
    {
        var resident = site.Anonymous();
        await resident.Open(Report);
        await Send<PublicReportInput>(resident, Report, extras, new() { ["words"] = "路灯不亮", ["category"] = "street-lamp", ["step"] = "send" });
        var number = Story.Receipt(resident).Number;
        await new Story(site).Dispatch(number, "lamp-single");
        var desk = $"/desk/{number}/";
        await Act<NoInput>(site, Story.Works, desk + "sign", extras, []);
        await Act<NoteInput>(site, Story.Works, desk + "note", extras, new() { ["words"] = "已经去看过" });
        await Act<ReasonInput>(site, Story.Dispatcher, desk + "urge", extras, new() { ["reason"] = "反映人又来问" });
        await Act<FinishInput>(site, Story.Works, desk + "finish", extras, new() { ["result"] = "修好了" });
        await Act<ReplyInput>(site, Story.Dispatcher, desk + "reply", extras, new() { ["words"] = "修好了", ["by"] = "Call" });
        await Act<DescribeUnitInput>(site, Story.CentreHead, "/admin/units/990101100200/edit", extras, new() { ["phone"] = "0111-8000999" });
        await Act<AddPersonInput>(site, Story.CentreHead, "/admin/people/add", extras, new() { ["name"] = "新来的" });
        return await site.Look(async db => string.Join('\n',
            (await db.Set<ActRow>().OrderBy(a => a.Id).Select(a => a.UseCase + " " + a.Changes).ToListAsync()).Select(a => Number().Replace(a, "0"))));
    }

    private static async Task Act<TInput>(TestSite site, string login, string address, Dictionary<string, string> extras, Dictionary<string, string> fields)
    {
        var browser = await site.As(login);
        await browser.Open(address);
        await Send<TInput>(browser, address, extras, fields);
        Assert.True((int)browser.Status == 200, $"{address} is {browser.Status}: {browser.Text}");
    }

    private static Task Send<TInput>(Browser browser, string address, Dictionary<string, string> extras, Dictionary<string, string> fields)
    {
        var listed = typeof(TInput).GetProperties().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var all = new Dictionary<string, string>(fields, StringComparer.Ordinal);
        foreach (var (name, value) in extras.Where(e => !listed.Contains(e.Key))) all.TryAdd(name, value);
        return browser.Send(address, all);
    }

    private static Dictionary<string, string> Extras(IEnumerable<Microsoft.EntityFrameworkCore.Metadata.IProperty> properties)
    {
        var extras = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            var value = type == typeof(bool) ? "true" : type == typeof(DateTime) ? "2030-01-01T00:00" : type.IsEnum ? Enum.GetNames(type)[^1] : "1";
            extras.TryAdd(char.ToLowerInvariant(property.Name[0]) + property.Name[1..], value);
        }

        return extras;
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
