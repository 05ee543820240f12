using System.Globalization;
using System.Xml.Linq;
using Lianxin.Platform.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform.Protection;

/// <summary>A key for cookies and form tokens, shared by all nodes through the database, encrypted under the field key.</summary>
[Machinery]
public sealed class RingKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal sealed class KeyRing(IServiceProvider services) : IXmlRepository
{
    private volatile int seen;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = services.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<AppDb>().Set<RingKey>().AsNoTracking().ToList();
        seen = rows.Count;
        return [.. rows.Select(k => XElement.Parse(k.Xml))];
    }

    /// <summary>
    /// A key is named by its place after those this node knew when it found one missing. Of nodes that find it missing
    /// at the same moment one makes it; the others, who read the ring again after this, take that one.
    /// </summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var name = element.Name.LocalName == "key" ? string.Create(CultureInfo.InvariantCulture, $"key {seen + 1}") : friendlyName;
        var xml = element.ToString(SaveOptions.DisableFormatting);
        db.Run(() => db.Database.ExecuteSqlAsync(
            $"INSERT INTO platform_ring_keys (name, xml) VALUES ({name}, {xml}) ON CONFLICT (name) DO NOTHING")).GetAwaiter().GetResult();
    }
}

/// <summary>The cookie keys are sealed too, in the middle of an XML text.</summary>
internal sealed class SealedRing : ISealedRows
{
    public async Task<int> Renew(AppDb db, Protector protector)
    {
        var renewed = 0;
        foreach (var row in await db.Set<RingKey>().AsNoTracking().ToListAsync())
        {
            var xml = XElement.Parse(row.Xml);
            var old = xml.Descendants("sealed").Where(s => !protector.Fresh(s.Value)).ToList();
            if (old.Count == 0) continue;
            foreach (var box in old) box.Value = protector.Encrypt(protector.Decrypt(box.Value, "key ring"), "key ring");
            var text = xml.ToString(SaveOptions.DisableFormatting);
            await db.Run(() => db.Set<RingKey>().Where(k => k.Name == row.Name).ExecuteUpdateAsync(set => set.SetProperty(k => k.Xml, text)));
            renewed += old.Count;
        }

        return renewed;
    }
}

internal sealed class RingEncryptor(Protector protector) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", protector.Encrypt(plaintextElement.ToString(SaveOptions.DisableFormatting), "key ring")), typeof(RingDecryptor));
}

internal sealed class RingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<Protector>().Decrypt(encryptedElement.Value, "key ring"));
}

internal sealed class RingKeyTable : IEntityTypeConfiguration<RingKey>
{
    public void Configure(EntityTypeBuilder<RingKey> table)
    {
        table.ToTable("platform_ring_keys").HasKey(k => k.Name);
        table.Property(k => k.Name).HasMaxLength(100);
    }
}
