using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Platform.Protection;

/// <summary>
/// The key that opens sealed fields: a file beside the embedded database, or given to every node by its operator; never
/// in the database. While it is being changed the former key stands after it: the first seals, every one opens.
/// </summary>
public sealed class FieldKey
{
    public const string FileName = "field.key";

    private const int LookEvery = 500;

    private readonly string? path;
    private readonly Lock looking = new();
    private volatile IReadOnlyList<Part> parts = [];
    private DateTime written;
    private long looked;

    private FieldKey(string? path) => this.path = path;

    /// <summary>The key an operator gave in the environment; null where it is kept in a file.</summary>
    public static string? Environment => System.Environment.GetEnvironmentVariable("LIANXIN_KEY") is { Length: > 0 } given ? given : null;

    /// <summary>Of the key that seals.</summary>
    public string Id => Current.Id;

    /// <summary>Whether it is kept in a file of ours, which we may change.</summary>
    public bool Kept => path is not null;

    internal Part Current => All[0];

    /// <summary>The key that seals, then former ones. A running program hears of a change to the file within half a second.</summary>
    internal IReadOnlyList<Part> All
    {
        get
        {
            if (path is not null && System.Environment.TickCount64 - Volatile.Read(ref looked) > LookEvery) Look();
            return parts;
        }
    }

    /// <summary>Reads the key file, or makes one readable by its owner alone when there is none yet.</summary>
    public static FieldKey At(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Write(path, FileMode.CreateNew, NewSecret());
        }

        var key = new FieldKey(path);
        key.Look();
        return key;
    }

    /// <summary>The key as base64 of 32 bytes, as nodes of a cluster are given it; a former one after a comma.</summary>
    public static FieldKey Given(string base64) => new(null) { parts = Read(base64) };

    /// <summary>The key with this id, as a value sealed a moment ago by another process may name it; null when it is not here.</summary>
    internal Part? Find(string id)
    {
        if (parts.FirstOrDefault(p => p.Id == id) is { } known) return known;
        if (path is not null) Look();
        return parts.FirstOrDefault(p => p.Id == id);
    }

    /// <summary>Puts a new key before the present one, which stays to open what it sealed; any older one goes.</summary>
    internal void Change()
    {
        var present = File.ReadLines(path!).First(l => l.Length > 0);
        var next = path + ".next";
        File.Delete(next);
        Write(next, FileMode.CreateNew, $"{NewSecret()}\n{present}\n");
        File.Move(next, path!, overwrite: true);
        Look();
    }

    private static void Write(string path, FileMode mode, string text)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    private static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static IReadOnlyList<Part> Read(string text)
    {
        var secret = new byte[32];
        var keys = new List<Part>();
        foreach (var one in text.Split([',', '\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries))
            keys.Add(Convert.TryFromBase64String(one, secret, out var length) && length == secret.Length ? new Part([.. secret]) : throw Wrong());
        return keys.Count > 0 ? keys : throw Wrong();

        static InvalidDataException Wrong() => new("A field key (LIANXIN_KEY, or a line of field.key) is 32 bytes in base64.");
    }

    private void Look()
    {
        lock (looking)
        {
            var now = File.GetLastWriteTimeUtc(path!);
            if (now != written || parts.Count == 0) (parts, written) = (Read(File.ReadAllText(path!)), now);
            Volatile.Write(ref looked, System.Environment.TickCount64);
        }
    }

    /// <summary>What is derived from one secret.</summary>
    internal sealed class Part(byte[] secret)
    {
        public byte[] Seal { get; } = Derive(secret, "lianxin seal");

        public byte[] Index { get; } = Derive(secret, "lianxin index");

        public byte[] Sign { get; } = Derive(secret, "lianxin sign");

        public string Id => field ??= Convert.ToHexStringLower(SHA256.HashData(Seal))[..8];

        private static byte[] Derive(byte[] secret, string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.ASCII.GetBytes(use));
    }
}
