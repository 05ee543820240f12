using Lianxin.Organization.People;
using Lianxin.Organization.Units;
using Lianxin.Platform.Access;
using Lianxin.Platform.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Organization.Demo;

/// <summary>Enters the people of the demo, gives them their posts and accounts, and says who owns what nobody owns.</summary>
internal static class StaffQingxi
{
    public static async Task Play(DemoStage stage, IReadOnlyList<PersonLine> people, IReadOnlyList<UnitLine> units)
    {
        var centres = units.Where(u => u.Form == "centre").ToDictionary(u => u.Key, u => u.Parent!);
        foreach (var line in people)
        {
            var id = await stage.Act(scope => scope.GetRequiredService<AddPerson>().Do(new() { Name = line.Name, WorkPhone = line.Phone }))
                ?? throw new InvalidDataException(line.Key);
            stage.Persons[line.Key] = id;
            foreach (var (role, unit) in line.Posts)
            {
                // A post reaches the subtree of its unit, so a centre's posts are held at the territory it works for.
                var at = stage.Units[centres.GetValueOrDefault(unit, unit)];
                await stage.Act(scope => scope.GetRequiredService<Appoint>().Do(at, new() { PersonId = id, Role = role }));
            }

            await stage.Act(scope => scope.GetRequiredService<OpenAccount>().Do(
                id, new() { Login = line.Login, Password = DemoAccounts.Password }, trial: true));
        }

        await FallBack(stage);
        await stage.Act(async scope =>
        {
            await scope.GetRequiredService<DemoAccounts>().Note(people.Where(p => p.Listed).Select(p => p.Login));
            return true;
        });
    }

    /// <summary>The first of those who dispatch there, the head of the centre, owns what nobody owns.</summary>
    private static async Task FallBack(DemoStage stage)
    {
        foreach (var unit in await stage.Act(scope => scope.GetRequiredService<FallbackGaps>().Find()))
        {
            var posts = await stage.Act(scope => scope.GetRequiredService<PostBook>().At([unit.Id], "cases.dispatch"));
            if (posts.Count == 0) continue;
            await stage.Act(scope => scope.GetRequiredService<SetFallback>().Do(unit.Id, new() { PostId = posts[0].PostId }));
        }
    }
}
