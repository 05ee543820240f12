using Lianxin.Platform.Calendar;
using Lianxin.Platform.Demo;

namespace Lianxin.Web.Demo;

/// <summary>办事高峰延时服务: on its last evening the township says that it stays open half an hour longer for a week, and dates move with it.</summary>
internal sealed class LongerDays(DemoStage stage, DateTime end)
{
    private bool done;

    public async Task Play(DateTime now)
    {
        if (done || now < end.AddHours(-16)) return;
        done = true;
        var from = Shanghai.Date(end);
        await stage.Act(scope => DemoHours.Set(scope, stage.Units["qingxi"], "08:30-12:00 14:00-18:00", from, from.AddDays(7), "办事高峰，延时半小时"));
    }
}
