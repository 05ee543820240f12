using Lianxin.Platform.Files;

namespace Lianxin.Tests.Files;

[Trait("Requirement", "20")]
public sealed class ZipBombTests
{
    private static readonly byte[] Zeros = new byte[20 * 1024 * 1024];

    [Fact]
    public void An_honest_bomb_is_refused_by_its_ratio() =>
        Refused("不正常", Documents.Zip(("[Content_Types].xml", [1]), ("word/document.xml", Zeros)));

    [Fact]
    public void A_bomb_that_calls_itself_small_is_stored_unopened()
    {
        var forged = Documents.Forge(Documents.Zip(("[Content_Types].xml", [1]), ("word/document.xml", Zeros)), 24, 100);
        var memory = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(FileKind.Docx, FileInspector.Inspect(forged).Kind);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - memory, 0, 1024 * 1024);
    }

    [Fact]
    public void A_size_beyond_what_packing_can_do_is_refused() => Refused("不正常", Documents.Forge(Documents.Docx, 24, 0x7FFFFFFF));

    [Fact]
    public void Sizes_and_places_outside_the_file_are_refused()
    {
        Refused("已损坏", Documents.Forge(Documents.Docx, 20, 0x7FFFFFFF));
        Refused("已损坏", Documents.Forge(Documents.Docx, 42, 0xFFFFFFFF));
        Refused("已损坏", Documents.Forge(Documents.Docx, 20, uint.MaxValue));
    }

    [Fact]
    public void Entries_that_share_their_bytes_are_refused() => Refused("已损坏", Documents.Forge(Documents.Docx, 42, 0, skip: 1));

    [Fact]
    public void Too_many_entries_are_refused() =>
        Refused("已损坏", Documents.Zip([.. Enumerable.Range(0, 2_001).Select(i => $"word/document{i}.xml")]));

    [Fact]
    public void A_locked_document_is_asked_to_be_unlocked() => Refused("密码", Documents.Forge(Documents.Docx, 6, 0x00010014));

    private static void Refused(string because, byte[] file)
    {
        var seen = FileInspector.Inspect(file);
        Assert.False(seen.Accepted);
        Assert.Contains(because, seen.Refusal!.ToString(), StringComparison.Ordinal);
    }
}
