using Lianxin.Platform.Packs;

namespace Lianxin.Tests.Packs;

public sealed class PackFolderTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("pack").FullName;

    public void Dispose() => Directory.Delete(path, recursive: true);

    [Fact]
    public void The_fingerprint_changes_with_content_and_names_but_not_with_line_ends()
    {
        Write("pack.yaml", "key: a\nversion: 1.0.0\n");
        var first = PackFolder.Open(path);
        Write("pack.yaml", "key: a\r\nversion: 1.0.0\r\n");
        var carried = PackFolder.Open(path);
        Write("pack.yaml", "key: a\nversion: 1.0.1\n");
        var edited = PackFolder.Open(path);
        File.Move(Path.Combine(path, "pack.yaml"), Path.Combine(path, "back.yaml"));
        var renamed = PackFolder.Open(path);

        Assert.Equal(64, first.Fingerprint.Length);
        Assert.Equal(first.Fingerprint, carried.Fingerprint);
        Assert.Equal(first.Hash("pack.yaml"), carried.Hash("pack.yaml"));
        Assert.Equal(3, new[] { first.Fingerprint, edited.Fingerprint, renamed.Fingerprint }.Distinct().Count());
    }

    [Fact]
    public void What_was_opened_stays_what_it_was_when_the_file_changes_later()
    {
        Write("pack.yaml", "key: first");
        var folder = PackFolder.Open(path);
        Write("pack.yaml", "key: second");
        Assert.Equal("first", folder.Read("pack.yaml").Key());
    }

    [Fact]
    public void A_file_with_an_odd_name_and_a_file_that_is_too_large_are_refused()
    {
        Write("Notes.txt", "x");
        Write("large.yaml", new string('#', PackReader.MaxBytes + 1));
        Assert.Equal(["Notes.txt", "large.yaml"], PackFolder.Open(path).Faults.All.Select(f => f.File));
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        var elsewhere = Path.Combine(path, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        File.WriteAllText(Path.Combine(elsewhere, "secret.yaml"), "key: secret");
        File.CreateSymbolicLink(Path.Combine(path, "pack.yaml"), Path.Combine(elsewhere, "secret.yaml"));
        var folder = PackFolder.Open(path);
        Assert.True(folder.Read("pack.yaml").Absent);
        Assert.Equal(["pack.yaml:0 不接受指向别处的链接"], folder.Faults.All.Select(f => f.ToString()));
    }

    [Fact]
    public void A_missing_file_and_a_file_nobody_reads_are_told()
    {
        Write("extra.yaml", "a: 1");
        var draft = PackCheck.Run(PackFolder.Open(path), [new WordingSection()], []);
        Assert.Equal(
            ["wording.yaml:0 缺少这个文件", "extra.yaml:0 没有谁读这个文件"], draft.Faults.All.Select(f => f.ToString()));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(path, name), text);
}
