namespace Lianxin.Browser.Tests;

/// <summary>五个人报同一盏灯: five are merged and one taken apart again; one case is handled, each of the rest is answered under their own number.</summary>
[Collection("town")]
public sealed class DuplicateOfFiveJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task One_lamp_is_mended_five_are_answered_and_the_sixth_was_another(int width)
    {
        await town.Morning();
        var mark = $"{width} 号台区";
        string[] said = ["那排路灯不亮，晚上看不清路", "的路灯不亮了", "路灯坏了，晚上看不清", "路灯一直不亮", "路灯不亮，孩子摔了", "路灯不亮，是另一盏"];
        var resident = await browsing.Visit(town, width);
        var keys = new List<(string Number, string Code)>();
        foreach (var words in said) keys.Add(await resident.Report("路灯不亮", mark + words));

        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        foreach (var key in keys.Skip(1))
        {
            await dispatcher.Find(key.Number);
            await dispatcher.Begin("并入另一件");
            if (key == keys[1])
            {
                await dispatcher.Look("five-merge");
                await dispatcher.Choose("并到哪一件", mark + said[0]);
            }
            else
            {
                await dispatcher.Write("或者填编号", keys[0].Number);
            }

            await dispatcher.Finish("并入另一件");
        }

        await dispatcher.Look("five-merged");
        await dispatcher.IsNotOffered("派单");
        await dispatcher.Begin("拆开单独办");
        await dispatcher.Write("理由", "是另一盏灯");
        await dispatcher.Look("five-unmerge");
        await dispatcher.Finish("拆开单独办");
        await dispatcher.Look("five-apart");
        await dispatcher.Find(keys[0].Number);
        await dispatcher.Read("并进来 4 件");
        await dispatcher.Look("five-main");

        await browsing.Settle(town, width, keys[0].Number);
        foreach (var key in keys.Take(5))
        {
            await resident.Track(key);
            await resident.Read("灯修好了，您晚上看看");
        }

        await resident.DoesNotRead(keys[0].Number);
        await resident.DoesNotRead("看不清路");
        await resident.Look("five-story");
        await resident.Rate("解决了");
        await resident.Track(keys[5]);
        await resident.DoesNotRead("灯修好了");
        await resident.Look("five-story-apart");
    }
}
