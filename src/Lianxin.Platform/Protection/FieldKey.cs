using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Platform.Protection;

/// <summary>The key that opens sealed fields. A file beside the embedded database, or given to every node by its operator; never in the database.</summary>
public sealed class FieldKey
{
    private FieldKey(byte[] secret)
    {
        SealKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.ASCII.GetBytes("lianxin seal"));
        IndexKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.ASCII.GetBytes("lianxin index"));
        SigningKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.ASCII.GetBytes("lianxin sign"));
        Id = Convert.ToHexStringLower(SHA256.HashData(SealKey))[..8];
    }

    public string Id { get; }

    internal byte[] SealKey { get; }

    internal byte[] IndexKey { get; }

    internal byte[] SigningKey { get; }

    /// <summary>Reads the key file, or makes one readable by its owner alone when there is none yet.</summary>
    public static FieldKey At(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
        }

        return Given(File.ReadAllText(path));
    }

    /// <summary>The key as base64 of 32 bytes, as nodes of a cluster are given it.</summary>
    public static FieldKey Given(string base64)
    {
        var secret = Convert.FromBase64String(base64.Trim());
        if (secret.Length != 32) throw new InvalidOperationException("The field key must be 32 bytes in base64.");
        return new FieldKey(secret);
    }
}
