using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Lianxin.Web;

/// <summary>What keeps the program from starting, in a sentence its operator can act on.</summary>
public sealed class CannotStart(string sentence, Exception? why = null) : Exception(sentence, why);

/// <summary>Looks, before anything is opened or changed, whether the program may serve: the addresses are free and the data folder is nobody else's.</summary>
internal static class Doors
{
    /// <exception cref="CannotStart">An address is not one, somebody else listens there, or its certificate is missing.</exception>
    public static void Check(Options options)
    {
        foreach (var url in options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var address = Parse(url);
            if (address.Scheme == "https" && options.Certificate.Length == 0)
                throw new CannotStart($"{url} needs --certificate FILE and --certificate-key FILE. / 用 https 要给证书和私钥。");
            if (address.Scheme == "https") Certificate(options).Dispose();
            if (address.Port == 0 || address.IsUnixPipe || address.IsNamedPipe) continue;
            var host = address.Host is "localhost" ? IPAddress.Loopback : IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.Any;
            using var door = new TcpListener(host, address.Port);
            try
            {
                door.Start();
            }
            catch (SocketException e)
            {
                throw new CannotStart($"{url} cannot be listened on: {e.Message}. Choose another with --urls. / 这个地址用不了，请用 --urls 换一个。", e);
            }
        }
    }

    /// <summary>Makes the data folder if need be and holds it for this process; null where a database server keeps the order.</summary>
    /// <exception cref="CannotStart">It cannot be written, or another process serves from it.</exception>
    public static FileStream? Take(Options options)
    {
        if (!options.Embedded) return null;
        try
        {
            Directory.CreateDirectory(options.Data);
            return new FileStream(Path.Combine(options.Data, "serving.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(Path.Combine(options.Data, "serving.lock")))
        {
            throw new CannotStart($"Another process serves from {options.Data}. / 已经有一个程序在用这个数据目录。", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"The data folder {options.Data} cannot be written: {e.Message} Choose another with --data. / 数据目录写不进去，请用 --data 换一个。", e);
        }
    }

    /// <summary>A verb that looks at an installation does not make one.</summary>
    /// <exception cref="CannotStart">There is none.</exception>
    public static void Find(Options options)
    {
        if (options is { Embedded: true, Db: "" } && !File.Exists(Path.Combine(options.Data, "lianxin.db")))
            throw new CannotStart($"There is no installation in {options.Data}. / 这个目录里还没有系统。");
    }

    /// <exception cref="CannotStart">A file is missing or holds no certificate.</exception>
    public static X509Certificate2 Certificate(Options options)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(options.Certificate, options.CertificateKey.Length > 0 ? options.CertificateKey : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CannotStart($"The certificate cannot be read: {e.Message} / 证书或私钥文件读不出来。", e);
        }
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException e)
        {
            throw new CannotStart($"“{url}” is not an address. It looks like http://127.0.0.1:5080. / 网址要写成 http://127.0.0.1:5080 这样。", e);
        }
    }
}
