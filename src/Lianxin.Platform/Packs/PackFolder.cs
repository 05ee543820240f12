using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Lianxin.Platform.Packs;

/// <summary>The files of one pack, read into memory so that what was checked is what gets installed.</summary>
public sealed partial class PackFolder
{
    /// <summary>Most files a pack may have.</summary>
    public const int MaxFiles = 40;

    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    private PackFolder(string name, PackFaults faults) => (Name, Faults) = (name, faults);

    /// <summary>The folder's own name.</summary>
    public string Name { get; }

    /// <summary>File names in ordinal order.</summary>
    public IReadOnlyCollection<string> Files => files.Keys;

    /// <summary>What was refused while opening, and later while reading.</summary>
    public PackFaults Faults { get; }

    /// <summary>
    /// SHA-256 over all names and contents, in hex. Line ends and a byte order mark do not count, so that a pack that
    /// went through another system is still the same pack.
    /// </summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Opens a folder. Sub-folders are not looked into; links are not followed.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static PackFolder Open(string path) => Open(path, new PackFaults());

    /// <summary>Opens a folder that shares its list of faults with others.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static PackFolder Open(string path, PackFaults faults)
    {
        var directory = new DirectoryInfo(path);
        var folder = new PackFolder(directory.Name, faults);
        foreach (var file in directory.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal)) folder.Take(file);
        folder.Fingerprint = folder.Sum();
        return folder;
    }

    /// <summary>SHA-256 of one file, counted as in <see cref="Fingerprint"/>.</summary>
    /// <exception cref="KeyNotFoundException">The pack has no such file.</exception>
    public string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(Evened(files[file])));

    /// <summary>Reads one file; a file that is not there is a fault and gives an absent node.</summary>
    public PackNode Read(string file)
    {
        if (files.TryGetValue(file, out var content)) return PackReader.Read(file, content, Faults);
        if (!Faults.All.Any(f => f.File == file)) Faults.Add(file, 0, "缺少这个文件");
        return PackNode.None(file, 0, Faults);
    }

    private void Take(FileInfo file)
    {
        if (!FileName().IsMatch(file.Name)) Faults.Add(file.Name, 0, "文件名应该是小写字母、数字、连字符，以 .yaml 结尾");
        else if (file.LinkTarget is not null) Faults.Add(file.Name, 0, "不接受指向别处的链接");
        else if (file.Length > PackReader.MaxBytes) Faults.Add(file.Name, 0, "文件超过 {0} KB", PackReader.MaxBytes / 1024);
        else if (files.Count == MaxFiles) Faults.Add(file.Name, 0, "文件太多，最多 {0} 个", MaxFiles);
        else files[file.Name] = File.ReadAllBytes(file.FullName);
    }

    private string Sum()
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files)
        {
            var evened = Evened(content);
            sum.AppendData(Encoding.UTF8.GetBytes($"{name}\n{evened.Length}\n"));
            sum.AppendData(evened);
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }

    private static byte[] Evened(byte[] content)
    {
        var start = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        return [.. content.Skip(start).Where(b => b != (byte)'\r')];
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\.yaml$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
