using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Generated;

/// <summary>What changes in mid-case: who may know, who has it, when it is due, and what is put on paper of it.</summary>
internal sealed partial class Tale
{
    /// <summary>Another office that has people of its own.</summary>
    private UnitInfo Second => place.Offices.First(o => o.Relation != Relation.Outside && !o.Functions.Contains(Plain.Function!));

    /// <summary>回避: whoever has it in hand is kin, finds it no more, and somebody else goes on.</summary>
    public async Task KeptOut()
    {
        var key = await Report(Plain);
        await cast.Dispatch(key.Number, "plain");
        var kin = await cast.Do(key.Number, "recuse", new() { ["tie"] = "Kin" }, p => Staffed == (p.Role == "handler"));
        Assert.Equal(HttpStatusCode.NotFound, await kin.Browser.Open($"/desk/{key.Number}"));
        Assert.Equal(HttpStatusCode.NotFound, await kin.Browser.Open($"/desk/{key.Number}/note"));
        await cast.Holds(key.Number);
        await cast.Handle(key.Number);
        await cast.Reply(key.Number);
        Assert.DoesNotContain(await cast.Story.Timeline(key.Number), e => e.Kind is EntryKind.Signed or EntryKind.Done && e.By == kin.Login);
    }

    /// <summary>改派 to an office no list names, by signature: the clock begins anew there and never passes the promise.</summary>
    public async Task Reassigned()
    {
        var key = await Report(Plain);
        await cast.Dispatch(key.Number, "plain");
        await GiveTo(key.Number, Second);
        Assert.Equal(Second.Id, (await Lead(key.Number)).UnitId);
        await new Clocks(site, pack).Hold(await cast.Story.File(key.Number));
        await cast.Handle(key.Number);
        await cast.Reply(key.Number);
        await cast.Rate(key, solved: true);
        await cast.Hidden(key.Number);
    }

    /// <summary>Days off are put into the calendar and taken out again while work is open: every date goes where the pack's clocks say, there and back.</summary>
    public async Task DaysOff()
    {
        var (fresh, sent) = (await Report(Plain), await Report(Plain));
        await cast.Dispatch(sent.Number, "plain");
        var today = DateOnly.FromDateTime(site.Time.GetUtcNow().UtcDateTime.AddHours(8));
        var off = new Lianxin.Platform.Calendar.DaysOff(today.AddDays(1), today.AddDays(4), "山会");
        var keeper = await site.As("keeper");
        await keeper.Open($"/admin/calendar/local?unit={place.Line[0].Id}");
        await keeper.Send("/admin/calendar/local", new() { ["name"] = off.Name, ["from"] = $"{off.From:yyyy-MM-dd}", ["to"] = $"{off.To:yyyy-MM-dd}", ["reason"] = "赶山会" });
        await Recounted(WorkCalendar.Official.For("local", new([off], [])).Sure());
        var row = await site.Look(db => db.Set<Lianxin.Platform.Calendar.Store.LocalRun>().OrderBy(r => r.Id).LastAsync());
        await keeper.Open($"/admin/calendar/local/{row.Id}/remove");
        await keeper.Send($"/admin/calendar/local/{row.Id}/remove", new() { ["reason"] = "不办了" });
        await Recounted(WorkCalendar.Official);
        await cast.Handle(sent.Number);
        await cast.Reply(sent.Number);
        await Through(fresh.Number);

        async Task Recounted(WorkCalendar calendar)
        {
            Assert.StartsWith("/admin/calendar?unit=", keeper.Address, StringComparison.Ordinal);
            await site.Settle();
            Assert.True(await site.Tick("cases.recount"));
            var clocks = new Clocks(site, pack, calendar);
            foreach (var key in new[] { fresh, sent })
            {
                var file = await cast.Story.File(key.Number);
                Assert.True(file.PromiseDue == clocks.Promise(Plain, file.At), $"{pack}: {key.Number} promises {file.PromiseDue} and not {clocks.Promise(Plain, file.At)}");
                await cast.Holds(key.Number);
            }

            await clocks.Hold(await cast.Story.File(sent.Number));
        }
    }

    /// <summary>Every document there is, numbered and with room for the seal; it names the units of this place.</summary>
    public async Task OnPaper()
    {
        var key = await Report(Plain);
        await cast.Dispatch(key.Number, "plain");
        await cast.Do(key.Number, "sign");
        var until = site.Time.GetUtcNow().UtcDateTime.AddDays(60);
        await cast.Do(key.Number, "extension", new() { ["until"] = $"{until:yyyy-MM-dd}", ["reason"] = "配件没到" });
        await cast.Do(key.Number, "decide-extension", new() { ["decision"] = "yes", ["reason"] = "同意等货" });
        await cast.Handle(key.Number);
        var unit = place.Offices.First(o => o.Functions.Contains(Plain.Function!)).Name;
        await Printed(key.Number, ("Assigned", "交办单", unit), ("Finished", "办结单", "办好了"), ("Extension", "延期审批单", "同意等货"));
        await cast.Reply(key.Number);
        var elsewhere = await Report(Plain);
        await cast.Do(elsewhere.Number, "decline", new() { ["kind"] = "Outside", ["reason"] = "不归这里管" });
        await Printed(elsewhere.Number, ("Declined", "不予受理告知书", "不归这里管"));
    }

    private async Task Printed(string number, params (string Kind, string Name, string Says)[] papers)
    {
        foreach (var (kind, name, says) in papers)
        {
            var clerk = (await cast.Who(number, "issue"))!.Browser;
            await clerk.Open($"/desk/{number}/issue");
            var paper = clerk.Page.QuerySelectorAll("[name=paper]").Select(p => p.GetAttribute("value")!).First(p => p.StartsWith(kind + "-", StringComparison.Ordinal));
            await clerk.Send($"/desk/{number}/issue", new() { ["paper"] = paper });
            Assert.Matches($@"\A/desk/{number}/paper/{number}-W[0-9]+\z", clerk.Address);
            Assert.Equal(name, clerk.Page.QuerySelector("h1")!.TextContent);
            foreach (var said in new[] { says, place.Centre.Name, place.Ground.Name, Plain.Name, "（盖章）" }) Assert.Contains(said, clerk.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>The lead passes to a unit, by a leader's signature where a list does not name it.</summary>
    private async Task GiveTo(string number, UnitInfo unit)
    {
        var clerk = (await cast.Who(number, "reassign"))!;
        var address = $"/desk/{number}/reassign";
        await clerk.Browser.Open(address);
        await clerk.Browser.Send(address, new() { ["unit"] = $"{unit.Id}", ["reason"] = "换一家办" });
        if (clerk.Browser.Status == (HttpStatusCode)422)
            await clerk.Browser.Send(address, new() { ["signedFor"] = clerk.Browser.Page.QuerySelectorAll("[name=signedFor] option").Select(o => o.GetAttribute("value")).First(v => v is { Length: > 0 })! });
        Assert.True(clerk.Browser.Status == HttpStatusCode.OK, $"{pack}: {clerk.Browser.Text}");
        await cast.Holds(number, clerk);
    }

    private async Task<Dispatch> Lead(string number)
    {
        var file = await cast.Story.File(number);
        return await site.Look(db => db.Set<Dispatch>().AsNoTracking().Where(d => d.CaseId == file.Id && d.Lead && d.State != DispatchState.Ended).OrderBy(d => d.Id).LastAsync());
    }
}
