using Lianxin.Platform.Text;

namespace Lianxin.Tests.Text;

public sealed class ChineseOrderTests
{
    [Fact]
    public void Grids_stand_by_number_and_names_by_pinyin()
    {
        string[] ordered =
        [
            "石桥村一网格", "石桥村二网格", "石桥村三网格", "石桥村九网格", "石桥村十网格", "石桥村十一网格", "石桥村二十网格", "石桥村二十一网格", "石桥村一百零二网格",
        ];
        Assert.Equal(ordered, ordered.Reverse().Order(ChineseOrder.Names));
        string[] names = ["安心", "白静文", "崔鹏", "邓小河", "方建国", "葛青", "李四", "李雪", "石长庚", "王五", "许文静", "朱明"];
        Assert.Equal(names, names.Reverse().Order(ChineseOrder.Names));
        string[] rarer = ["白静文", "岑小河", "方建国", "李四", "邬燕", "闫立", "邹明"];
        Assert.Equal(rarer, rarer.Reverse().Order(ChineseOrder.Names));
    }

    [Fact]
    public void Different_names_never_stand_in_the_same_place()
    {
        Assert.NotEqual(0, ChineseOrder.Compare("一组", "1组"));
        Assert.NotEqual(0, ChineseOrder.Compare("龘𠮷", "龘𠮶"));
        Assert.Equal(0, ChineseOrder.Compare("石桥村", "石桥村"));
    }
}
