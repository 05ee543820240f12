using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Lianxin.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Requirements;

/// <summary>HTTPS from a given certificate: new protocols only, HSTS on every answer (decisions 18).</summary>
[Trait("Requirement", "31")]
public sealed class Encrypted
{
    [Fact]
    public async Task It_serves_https_itself_and_refuses_what_is_old()
    {
        await using var site = await TestSite.Township("sqlite");
        var folder = Directory.CreateTempSubdirectory("lianxin-tls-").FullName;
        var (chain, key) = (Path.Combine(folder, "chain.pem"), Path.Combine(folder, "key.pem"));
        using (var rsa = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=localhost", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            File.WriteAllText(chain, certificate.ExportCertificatePem());
            File.WriteAllText(key, rsa.ExportPkcs8PrivateKeyPem());
        }

        var options = site.Services.GetRequiredService<Options>() with { Certificate = chain, CertificateKey = key };
        await using (var node = await Kestrel.On(options, "https"))
        {
            foreach (var protocol in new[] { SslProtocols.Tls12, SslProtocols.Tls13 })
            {
                var answer = await Ask(node.Port, protocol);
                Assert.Contains("strict-transport-security: max-age=31536000", answer, StringComparison.OrdinalIgnoreCase);
            }

#pragma warning disable SYSLIB0039, CA5397 // The old protocol is asked for to see it refused.
            await Assert.ThrowsAnyAsync<Exception>(() => Ask(node.Port, SslProtocols.Tls11));
#pragma warning restore SYSLIB0039, CA5397
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> Ask(int port, SslProtocols protocol)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        await using var line = new SslStream(client.GetStream());
        await line.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost", EnabledSslProtocols = protocol, RemoteCertificateValidationCallback = (_, _, _, _) => true,
        });
        await line.WriteAsync(Encoding.ASCII.GetBytes("GET /t HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(line);
        return await reader.ReadToEndAsync();
    }
}
