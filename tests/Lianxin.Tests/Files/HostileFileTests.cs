using Lianxin.Platform.Files;
using static Lianxin.Tests.Files.Bytes;

namespace Lianxin.Tests.Files;

[Trait("Requirement", "19")]
public sealed class HostileFileTests
{
    [Fact]
    public void No_spoiled_byte_makes_anything_throw()
    {
        var random = new Random(20261018);
        foreach (var row in FileInspectorTests.Good)
        {
            var (_, good) = row.Data;
            for (var round = 0; round < 400; round++)
            {
                var bad = good.ToArray();
                for (var i = random.Next(1, 5); i > 0; i--) bad[random.Next(bad.Length)] = Spoilt(random);
                if (round % 4 == 0) bad = bad[..random.Next(1, bad.Length)];
                if (FileInspector.Inspect(bad) is { Kind: { } kind }) MetadataStripper.Strip(bad, kind);
            }
        }
    }

    [Theory]
    [InlineData(0xFF, 0xD8, 0xFF, 0xE0)]
    [InlineData(0x1A, 0x45, 0xDF, 0xA3)]
    [InlineData((int)'I', (int)'D', (int)'3', 3)]
    public void Ten_megabytes_of_nonsense_are_answered_at_once(int a, int b, int c, int d)
    {
        foreach (var fill in new byte[] { 0, 0xFF, 0xD0, 8 })
        {
            var file = new byte[FileLimits.MaxBytes];
            file.AsSpan().Fill(fill);
            Join([(byte)a, (byte)b, (byte)c, (byte)d]).CopyTo(file, 0);
            Quick(file);
        }
    }

    [Fact]
    public void Walls_of_tiny_parts_are_answered_at_once()
    {
        Quick(Fill([0xFF, 0xD8], [0xFF, 0xE0, 0, 2]));
        Quick(Fill([0xFF, 0xD8], [0xFF, 0x00]));
        Quick(Fill(Pictures.Png(5, 5)[..33], Pictures.Chunk("tEXt", [])));
        Quick(Fill(Films.Ftyp(), Films.Box("free")));
        Quick(Fill(Films.Ftyp(), Films.Box("moof", Films.Box("traf"))));
        Quick(Fill(Latin("PK\u0003\u0004"), Latin("PK\u0005\u0006")));
        Quick(Fill(Films.Webm(2)[..30], [0xEC, 0x80]));
    }

    private static byte Spoilt(Random random) => random.Next(4) switch { 0 => 0, 1 => 0xFF, 2 => 0x7F, _ => (byte)random.Next(256) };

    private static byte[] Fill(byte[] head, byte[] piece)
    {
        var file = new byte[FileLimits.MaxBytes];
        head.CopyTo(file, 0);
        for (var at = head.Length; at + piece.Length <= file.Length; at += piece.Length) piece.CopyTo(file, at);
        return file;
    }

    private static void Quick(byte[] file) => Assert.InRange(Timing.BestMilliseconds(() => FileInspector.Inspect(file)), 0, 500);
}
