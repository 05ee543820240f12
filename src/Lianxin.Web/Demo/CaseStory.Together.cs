using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Dispatch;
using Lianxin.Cases.Turns.Group;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Cases.Turns.Whistle;
using Lianxin.Platform.Access;

namespace Lianxin.Web.Demo;

/// <summary>What one unit cannot do alone: another helps, a service group joins, several are called to the place.</summary>
internal sealed partial class CaseStory
{
    private async Task Help(CaseTrack track, long unit)
    {
        long? helper = null;
        var by = agenda.Chance(.5) ? await cast.Centre(track) : await cast.Handler(track, unit);
        var added = await Done<AddHelper, UnitInput>(track, by, async (seen, scope) =>
        {
            helper = await Department(seen, scope, listed: true) ?? await Department(seen, scope, listed: false);
            return helper is { } one ? new UnitInput { Unit = one, SignedFor = await Signer(seen, scope), Reason = agenda.Say(DemoTalk.Helper) } : null;
        });
        if (!added || helper is not { } assistant) return;
        var assisted = agenda.Minutes(10, track.Quick ? 20 : 120);
        agenda.Put(assisted, async () => await Done<SignCase, NoInput>(track, await cast.Handler(track, assistant), new NoInput()));
        agenda.Put(assisted.AddMinutes(agenda.Dice.Next(20, track.Quick ? 60 : 300)), () => Assisted(track, assistant, DemoTalk.HelperDone));
    }

    /// <summary>服务团: its leader sends members, who note what they do; the leader finishes.</summary>
    private async Task Join(CaseTrack track, long unit)
    {
        var group = agenda.Stage.Units["service-group"];
        if (!await Done<AddHelper, UnitInput>(track, await cast.Handler(track, unit), new UnitInput { Unit = group, Reason = agenda.Say(DemoTalk.Group) })) return;
        var sent = agenda.Minutes(10, track.Quick ? 20 : 120);
        agenda.Put(sent, async () =>
        {
            var leader = await cast.Handler(track, group);
            string[] members = [];
            await Done<SignCase, NoInput>(track, leader, new NoInput());
            await Done<AssignMembers, MembersInput>(track, leader, async (seen, scope) =>
            {
                members = [.. (await scope.GetRequiredService<AssignMembers>().Fields(seen))[0].Options.Select(o => o.Value).Where(p => p != $"{leader.PersonId}").Take(agenda.Dice.Next(1, 3))];
                return new MembersInput { People = members, Words = agenda.Say(DemoTalk.Assign) };
            });
            foreach (var member in members.Take(1).Select(Number))
            {
                agenda.Put(sent.AddMinutes(15), async () => await Done<NoteProgress, NoteInput>(track, await cast.Person(member), new NoteInput { Words = agenda.Say(DemoTalk.GroupNote) }));
            }
        });
        agenda.Put(sent.AddMinutes(agenda.Dice.Next(20, track.Quick ? 60 : 300)), () => Assisted(track, group, DemoTalk.GroupDone));
    }

    /// <summary>Three offices are called together: one is there in time, one late, one does its part only the next day.</summary>
    private async Task Call(CaseTrack track)
    {
        var centre = await cast.Centre(track);
        List<long> called = [];
        var place = "";
        var blown = await Done<BlowWhistle, WhistleInput>(track, centre, async (seen, scope) =>
        {
            var fields = await scope.GetRequiredService<BlowWhistle>().Fields(seen);
            var lead = seen.Lead?.UnitId;
            called = [.. fields[0].Options.Select(o => Number(o.Value)).Where(u => u != lead && seen.Forest.Find(u) is { Relation: Relation.Internal, Functions.Count: > 0 }).Take(3)];
            place = fields[2].Value ?? "";
            return called.Count == 3 ? new WhistleInput { Units = [.. called.Select(u => $"{u}")], Urgency = Urgency.Urgent, Place = place, Words = agenda.Say(DemoTalk.Whistle) } : null;
        });
        if (!blown) return;
        foreach (var (i, unit) in called.Index())
        {
            if (i < 2) agenda.Put(Now.AddMinutes(i == 0 ? 25 : 200), async () => await Done<ArriveAtCall, ArriveInput>(track, await cast.Handler(track, unit), new ArriveInput()));
            agenda.Put(agenda.Waking(Now.AddHours(i < 2 ? 9 : 20)), async () =>
            {
                if (i == 2) await Done<SignCase, NoInput>(track, await cast.Handler(track, unit), new NoInput());
                await Assisted(track, unit, DemoTalk.HelperDone);
            });
        }

        agenda.Put(Now.AddHours(10), async () => await Done<RateCall, RateCallInput>(track, centre, async (seen, scope) =>
            (await scope.GetRequiredService<RateCall>().Fields(seen)).First(f => f.Name == "call").Options is { Count: > 0 } calls
                ? new RateCallInput { Call = Number(calls[0].Value), Mark = 4, Words = "来得快" } : null));
    }

    /// <summary>A helper's part is done; the last one to finish lets the case be answered.</summary>
    private async Task Assisted(CaseTrack track, long unit, DemoTalk done)
    {
        var handler = await cast.Handler(track, unit);
        await Done<ReadUpdates, NoInput>(track, handler, new NoInput());
        if (await Done<FinishCase, FinishInput>(track, handler, new FinishInput { Result = agenda.Say(done), Materials = track.Template.Material ?? "" }) && track.Status == CaseStatus.Feedback) Answer(track);
    }

    private static long Number(string value) => long.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
}
