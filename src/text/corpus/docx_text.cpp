#include "text/corpus/docx_text.hpp"

#include "base/error.hpp"
#include "io/xml_events.hpp"

#include <zip.h>

#include <array>
#include <vector>

namespace tarazy {
namespace {

[[noreturn]] void refuse_docx(const std::string& path, const std::string& what,
                              const std::string& remedy = "open it in a word processor and save it again as .docx") {
    throw InputError(Problem{path, 0, 0, what, remedy});
}

/// The archive in memory.
class DocxArchive {
public:
    DocxArchive(std::string_view bytes, const std::string& path) {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        if (source != nullptr) zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (zip_ == nullptr && source != nullptr) zip_source_free(source);
        zip_error_fini(&error);
        if (zip_ == nullptr) refuse_docx(path, "is no .docx document (not a zip archive, or a damaged one)");
    }
    ~DocxArchive() { zip_discard(zip_); }
    DocxArchive(const DocxArchive&) = delete;
    DocxArchive& operator=(const DocxArchive&) = delete;
    [[nodiscard]] zip_t* get() const { return zip_; }

private:
    zip_t* zip_ = nullptr;
};

struct DocxPart {
    zip_file_t* file = nullptr;
    ~DocxPart() {
        if (file != nullptr) zip_fclose(file);
    }
};

/// The text of one part while it is read.
class DocxBody {
public:
    explicit DocxBody(std::string& text) : text_(text) {}

    [[nodiscard]] XmlEvents events() {
        XmlEvents events;
        events.start = [this](std::string_view element, const XmlAttributes& attributes) {
            start(element, attributes);
        };
        events.end = [this](std::string_view element) { end(element); };
        events.text = [this](std::string_view text) {
            if (in_text_ && !hidden()) text_ += text;
        };
        return events;
    }

private:
    void start(std::string_view element, const XmlAttributes& attributes) {
        if (element == "Fallback") ++fallback_;
        if (element == "footnote" || element == "endnote") separator_ = attributes.find("type").has_value();
        if (element == "r") ++run_;
        if (hidden()) return;
        if (element == "t") in_text_ = true;
        if (run_ == 0) return;
        if (element == "tab") text_ += '\t';
        if (element == "br" || element == "cr") text_ += '\n';
        if (element == "noBreakHyphen") text_ += '-';
    }
    void end(std::string_view element) {
        if (element == "Fallback") --fallback_;
        if (element == "t") in_text_ = false;
        if (element == "r" && run_ > 0) --run_;
        if (element == "p" && !hidden()) text_ += '\n';
        if (element == "footnote" || element == "endnote") separator_ = false;
    }
    /// The older twin of a drawing's text, or the line above the notes.
    [[nodiscard]] bool hidden() const { return fallback_ > 0 || separator_; }

    std::string& text_;
    int fallback_ = 0, run_ = 0;
    bool in_text_ = false, separator_ = false;
};

/// @returns false when there is no such part
bool read_docx_part(const DocxArchive& archive, const std::string& part, const std::string& path,
                    const UnpackLimits& limits, std::uint64_t& unpacked, const Work& work, std::string& text) {
    zip_stat_t told;
    zip_stat_init(&told);
    if (zip_stat(archive.get(), part.c_str(), 0, &told) != 0) return false;
    if ((told.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && told.encryption_method != ZIP_EM_NONE)
        refuse_docx(path, "the document is protected by a password", "save it without one");
    const DocxPart open{zip_fopen(archive.get(), part.c_str(), 0)};
    if (open.file == nullptr)
        refuse_docx(path, "the part " + part + " cannot be unpacked (" + zip_strerror(archive.get()) + ")");
    const std::uint64_t packed = (told.valid & ZIP_STAT_COMP_SIZE) != 0 ? told.comp_size : 0;
    DocxBody body(text);
    XmlParser parser(body.events());
    std::array<char, std::size_t{1} << 16> piece{};
    std::uint64_t own = 0;
    for (;;) {
        work.check();
        const zip_int64_t count = zip_fread(open.file, piece.data(), piece.size());
        if (count < 0) refuse_docx(path, "the part " + part + " is damaged");
        own += static_cast<std::uint64_t>(count);
        unpacked += static_cast<std::uint64_t>(count);
        const bool swells = own > (std::uint64_t{4} << 20) && own / limits.ratio > packed;
        if (unpacked > limits.bytes || swells)
            throw LimitError(path + ": the document unpacks to more than " +
                             (swells ? std::to_string(limits.ratio) + " times its size"
                                     : std::to_string(limits.bytes >> 20) + " MB") +
                             " and was not read; save its text as .txt");
        const auto fault = parser.feed({piece.data(), static_cast<std::size_t>(count)}, count == 0);
        if (fault) refuse_docx(path, "the part " + part + " is damaged (" + *fault + ")");
        if (count == 0) return true;
    }
}

}  // namespace

std::string docx_text(std::string_view bytes, const std::string& path, const UnpackLimits& limits, const Work& work) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        refuse_docx(path, "is an old Word document (.doc) or protected by a password",
                    "save it as .docx without a password");
    const DocxArchive archive(bytes, path);
    std::string text;
    std::uint64_t unpacked = 0;
    if (!read_docx_part(archive, "word/document.xml", path, limits, unpacked, work, text))
        refuse_docx(path, "is a zip archive, but no .docx document");
    for (const char* const notes : {"word/footnotes.xml", "word/endnotes.xml"})
        static_cast<void>(read_docx_part(archive, notes, path, limits, unpacked, work, text));
    if (text.find_first_not_of(" \t\n") == std::string::npos)
        refuse_docx(path, "the document has no text", "if it holds scanned pages, it needs OCR");
    return text;
}

}  // namespace tarazy
