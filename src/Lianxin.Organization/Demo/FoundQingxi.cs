using Lianxin.Organization.Grids;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Organization.Demo;

/// <summary>The first chapter: a county with a pack, its township, villages and grids, and the people who work there.</summary>
internal sealed class FoundQingxi : IDemoChapter
{
    private const string Pack = "siban";

    public int Order => 10;

    public async Task Play(DemoStage stage)
    {
        var pages = new QingxiPages(stage.Folder);
        var units = pages.Units();
        foreach (var line in units)
        {
            await Found(stage, line);
            if (line.Parent is null) await Install(stage, stage.Units[line.Key]);
        }

        foreach (var line in pages.Grids()) await Found(stage, line);
        await StaffQingxi.Play(stage, pages.People(), units);
    }

    private static Task<bool> Install(DemoStage stage, long unitId) => stage.Act(async scope =>
    {
        await scope.GetRequiredService<PackInstaller>().Install(Path.Combine(scope.GetRequiredService<Place>().Packs, Pack), unitId);
        return true;
    });

    private static async Task Found(DemoStage stage, UnitLine line)
    {
        stage.Units[line.Key] = await stage.Act(scope => scope.GetRequiredService<FoundUnit>().Do(new()
        {
            ParentId = line.Parent is { } parent ? stage.Units[parent] : null, Code = line.Code, Name = line.Name,
            Kind = KindOf(line.Form), Level = line.Form == "territory" ? line.Level : "",
            Relation = line.Relation, Functions = line.Functions, Phone = line.Phone, Bureau = line.Bureau is { } bureau ? stage.Units[bureau] : null,
        })) ?? throw new InvalidDataException(line.Key);
    }

    private static UnitKind KindOf(string form) => form switch { "territory" => UnitKind.Territory, "team" => UnitKind.Team, _ => UnitKind.Department };

    private static async Task Found(DemoStage stage, GridLine line)
    {
        var id = await stage.Act(scope => scope.GetRequiredService<FoundUnit>().Do(new()
        {
            ParentId = stage.Units[line.Village], Code = line.Code, Name = line.Name, Kind = UnitKind.Grid,
        })) ?? throw new InvalidDataException(line.Key);
        stage.Units[line.Key] = id;
        await stage.Act(scope => scope.GetRequiredService<DrawGrid>().Do(id, new() { Boundary = line.Boundary }));
        foreach (var place in line.Places)
        {
            await stage.Act(scope => scope.GetRequiredService<RegisterPlace>().Do(id, new()
            {
                Name = place.Name, Longitude = place.Longitude, Latitude = place.Latitude,
            }));
        }
    }
}
