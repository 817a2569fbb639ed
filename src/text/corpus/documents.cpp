#include "text/corpus/documents.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/sha256.hpp"
#include "io/file_bytes.hpp"
#include "io/text_encoding.hpp"
#include "text/corpus/document_encoding.hpp"
#include "text/corpus/document_metadata.hpp"
#include "text/corpus/html_text.hpp"
#include "text/corpus/pdf_text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, DocumentFormat>, 10> document_endings = {{
    {".txt", DocumentFormat::txt},
    {".text", DocumentFormat::txt},
    {".md", DocumentFormat::txt},
    {".html", DocumentFormat::html},
    {".htm", DocumentFormat::html},
    {".xhtml", DocumentFormat::html},
    {".docx", DocumentFormat::docx},
    {".pdf", DocumentFormat::pdf},
    {".csv", DocumentFormat::csv},
    {".tsv", DocumentFormat::csv},
}};

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

/// A file to read, and the id that its document may have.
struct FoundFile {
    std::string path;
    std::string id;         ///< without ending
    std::string id_ending;  ///< its ending
    DocumentFormat format = DocumentFormat::txt;
};

/// What came of it: one text, or the table of a CSV file, or what is wrong.
struct ReadFile {
    DocumentSource source;
    std::string text;
    std::optional<Table> table;
    std::optional<Corpus> rows;
    std::vector<std::string> warnings;
    std::string unread;
};

FoundFile found_file(const fs::path& path, const std::string& name, DocumentFormat format) {
    const std::string ending = fs::path(name).extension().string();
    return {path.string(), name.substr(0, name.size() - ending.size()), ending, format};
}

bool is_left_out(const fs::path& path, const DocumentOptions& options) {
    return std::ranges::any_of(options.left_out, [&](const std::string& other) {
        std::error_code ignored;
        return fs::equivalent(path, other, ignored);
    });
}

void find_in_folder(const std::string& folder, const DocumentOptions& options, std::vector<FoundFile>& found,
                    DocumentReport& report) {
    std::error_code error;
    std::vector<fs::path> files;
    fs::recursive_directory_iterator at(folder, fs::directory_options::none, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        std::error_code ignored;
        const bool hidden = at->path().filename().string().starts_with('.');
        if (hidden && at->is_directory(ignored)) at.disable_recursion_pending();
        if (!hidden && at->is_regular_file(ignored) && !is_left_out(at->path(), options)) files.push_back(at->path());
    }
    if (error) throw FileError(folder + ": the folder cannot be read (" + error.message() + ")");
    std::ranges::sort(files, {}, [](const fs::path& path) { return path.generic_string(); });
    for (const fs::path& file : files) {
        const auto format = document_format(file.string());
        if (!format) {
            report.skipped.push_back(file.string());
            continue;
        }
        found.push_back(found_file(file, file.lexically_relative(folder).generic_string(), *format));
    }
}

std::vector<FoundFile> find_documents(const std::vector<std::string>& paths, const DocumentOptions& options,
                                      DocumentReport& report) {
    std::vector<FoundFile> found;
    for (const std::string& path : paths) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (!fs::exists(status)) throw FileError(path + ": no such file or folder");
        if (fs::is_directory(status)) {
            find_in_folder(path, options, found, report);
            continue;
        }
        const auto format = document_format(path);
        if (!format)
            throw InputError(Problem{path, 0, 0, "the ending names no kind of document",
                                     "give .txt, .html, .docx, .pdf or .csv; save other formats as one of them"});
        found.push_back(found_file(path, fs::path(path).filename().string(), *format));
    }
    if (found.empty())
        throw InputError(Problem{paths.empty() ? "" : paths.front(), 0, 0, "there is no document",
                                 "documents are files that end in .txt, .html, .docx, .pdf or .csv"});
    return found;
}

/// Two files of one name differ by their endings, and the same file given twice is a fault of the user's.
void settle_document_ids(std::vector<FoundFile>& files) {
    std::map<std::string, std::size_t> times;
    for (const FoundFile& file : files) {
        if (file.format != DocumentFormat::csv) ++times[file.id];
    }
    std::set<std::string> seen;
    for (FoundFile& file : files) {
        if (file.format == DocumentFormat::csv) continue;
        if (times[file.id] > 1) file.id += file.id_ending;
        if (!seen.insert(file.id).second)
            throw InputError(Problem{file.path, 0, 0, "a second document would be called '" + file.id + "'",
                                     "give the folder in which both lie, or rename one"});
    }
}

void read_csv_documents(const FoundFile& file, const DocumentOptions& options, const Work& work, ReadFile& result) {
    ReadOptions reading = options.reading;
    if (!options.encoding.empty()) reading.encoding = options.encoding;
    reading.work = work.unheard();
    reading.matches = nullptr;
    Table table = read_table(file.path, reading);
    std::vector<std::string> warnings;
    Corpus rows = read_corpus(table, options.columns, warnings);
    if (!table.find(options.columns.id)) {
        for (std::string& id : rows.ids) id = file.id + "/" + id.substr(4);
    }
    for (const std::string& warning : warnings) result.warnings.push_back(file.path + ": " + warning);
    for (const std::string& note : table.origin.notes) result.warnings.push_back(file.path + ": " + note);
    result.source.encoding = "UTF-8";
    result.source.sha256 = table.origin.sha256;
    if (result.source.sha256.empty()) result.source.sha256 = sha256_file(file.path);
    result.rows = std::move(rows);
    table.columns.clear();
    table.names.clear();
    result.table = std::move(table);
}

void read_text_document(const FoundFile& file, std::string_view bytes, const DocumentOptions& options,
                        ReadFile& result) {
    const bool html = file.format == DocumentFormat::html;
    DocumentText decoded =
        decode_document(bytes, file.path, options.encoding, html ? declared_html_encoding(bytes) : std::string());
    result.source.encoding = decoded.encoding;
    result.source.encoding_assumed = decoded.assumed;
    result.text = html ? html_text(decoded.text, file.path) : std::move(decoded.text);
    if (result.text.find_first_not_of(" \t\r\n\f") == std::string::npos)
        throw InputError(Problem{file.path, 0, 0, "the file has no text but blanks", "remove it, or fill it"});
}

ReadFile read_document(const FoundFile& file, const DocumentOptions& options, const Work& work) {
    ReadFile result;
    result.source.path = file.path;
    result.source.format = file.format;
    result.source.encoding = "UTF-8";
    if (file.format == DocumentFormat::csv) {
        read_csv_documents(file, options, work, result);
        return result;
    }
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file.path, error);
    if (!error && size == 0) throw InputError(Problem{file.path, 0, 0, "the file is empty", "remove it, or fill it"});
    if (!error && size > options.most_bytes)
        throw LimitError(file.path + ": the file has more than " + std::to_string(options.most_bytes >> 20) +
                         " MB; divide it");
    const FileBytes bytes = FileBytes::of_file(file.path, work);
    result.source.sha256 = sha256_hex(bytes.view());
    const bool really_pdf = bytes.view().substr(0, 1024).find("%PDF-") != std::string_view::npos;
    if (file.format == DocumentFormat::pdf) {
        if (!really_pdf)
            throw InputError(Problem{file.path, 0, 0, "this is no PDF, whatever its ending says",
                                     "give it the ending of what it is, or get another copy"});
        PdfText pdf = read_pdf_text(file.path, options.pdf, work, options.pdf_program);
        result.text = std::move(pdf.text);
        result.source.pages = pdf.pages;
        result.source.pages_without_text = pdf.without_text;
    } else if (file.format == DocumentFormat::docx) {
        result.text = docx_text(bytes.view(), file.path, options.docx, work);
    } else {
        if (is_known_binary(bytes.view()))
            throw InputError(Problem{
                file.path, 0, 0,
                really_pdf ? "this is a PDF, whatever its ending says" : "this is no text, whatever the ending says",
                "give it the ending of what it is"});
        read_text_document(file, bytes.view(), options, result);
    }
    return result;
}

/// Nothing but what is the fault of one file ends here.
ReadFile read_or_tell(const FoundFile& file, const DocumentOptions& options, const Work& work) {
    ReadFile unread;
    unread.source.path = file.path;
    try {
        return read_document(file, options, work);
    } catch (const InputError& error) {
        const std::vector<Problem>& problems = error.problems();
        unread.unread = to_string(problems.front());
        if (problems.size() > 1)
            unread.unread += " (and " + std::to_string(problems.size() - 1) + " more faults in this file)";
    } catch (const LimitError& error) {
        unread.unread = error.what();
    } catch (const FileError& error) {
        const std::string what = error.what();
        if (what.find("apt install") != std::string::npos) throw;  // no file's fault
        unread.unread = what;
    }
    return unread;
}

void tell_of_source(const DocumentSource& source, DocumentReport& report) {
    if (source.encoding_assumed)
        report.warnings.push_back(source.path + ": read as " + source.encoding +
                                  ", found from its bytes; if that is wrong, name it with --encoding");
    if (source.pages_without_text > 0)
        report.warnings.push_back(source.path + ": " + std::to_string(source.pages_without_text) + " of " +
                                  std::to_string(source.pages) + " pages have no text; scanned pages need OCR");
}

Table year_column(const std::vector<std::optional<std::int64_t>>& years) {
    Table table;
    std::vector<std::int64_t> cells;
    for (const auto& year : years) cells.push_back(year.value_or(Column::missing_integer));
    table.add("year", Column(std::move(cells)));
    return table;
}

/// Documents of a file at the end of the corpus.
void append_documents(Corpus& corpus, const FoundFile& file, ReadFile& read, DocumentReport& report) {
    std::size_t count = 1;
    Table metadata;
    if (read.rows) {
        count = read.rows->size();
        metadata = std::move(read.rows->metadata);
        metadata.origin = {};
        for (std::size_t row = 0; row < count; ++row) {
            corpus.ids.push_back(std::move(read.rows->ids[row]));
            corpus.texts.push_back(std::move(read.rows->texts[row]));
            DocumentSource source = read.source;
            source.line = read.table->origin.lines.empty() ? row + 2 : read.table->origin.lines[row];
            report.sources.push_back(std::move(source));
        }
    } else {
        corpus.ids.push_back(file.id);
        corpus.texts.push_back(std::move(read.text));
        report.sources.push_back(read.source);
    }
    if (!metadata.find("year")) {
        const std::vector<std::optional<std::int64_t>> years(count,
                                                             year_in_name(fs::path(file.path).filename().string()));
        Table year = year_column(years);
        metadata.add("year", std::move(year.columns.front()));
    }
    if (corpus.metadata.columns.empty()) {
        corpus.metadata = std::move(metadata);
    } else {
        corpus.metadata = append_rows(corpus.metadata, metadata);
    }
}

void require_ids_once(const Corpus& corpus, const DocumentReport& report) {
    std::map<std::string_view, std::size_t> seen;
    Diagnostics problems;
    for (std::size_t i = 0; i < corpus.size(); ++i) {
        const auto [first, fresh] = seen.try_emplace(corpus.ids[i], i);
        if (fresh) continue;
        problems.add({report.sources[i].path, report.sources[i].line, 0,
                      "the document '" + corpus.ids[i] + "' is also in " + report.sources[first->second].path,
                      "give each document an id of its own"});
    }
    problems.throw_if_any();
}

}  // namespace

std::string_view to_string(DocumentFormat format) noexcept {
    constexpr std::array<std::string_view, 5> names = {"txt", "html", "docx", "pdf", "csv"};
    return names[static_cast<std::size_t>(format)];
}

std::optional<DocumentFormat> document_format(std::string_view path) {
    std::string name = ascii_lower(fs::path(path).filename().string());
    const bool packed = name.ends_with(".gz") || name.ends_with(".xz");
    if (packed) name.resize(name.size() - 3);
    for (const auto& [ending, format] : document_endings) {
        if (name.ends_with(ending) && (!packed || format == DocumentFormat::csv)) return format;
    }
    return std::nullopt;
}

Corpus read_documents(const std::vector<std::string>& paths, const DocumentOptions& options, DocumentReport& report,
                      const Work& work) {
    std::vector<FoundFile> files = find_documents(paths, options, report);
    settle_document_ids(files);
    std::vector<ReadFile> read(files.size());
    WorkStep step(work, "reading documents", files.size());
    parallel_chunks(
        files.size(), 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) read[i] = read_or_tell(files[i], options, work);
        },
        step);
    Corpus corpus;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!read[i].unread.empty()) {
            report.unread.push_back({files[i].path, read[i].unread});
            continue;
        }
        for (std::string& warning : read[i].warnings) report.warnings.push_back(std::move(warning));
        tell_of_source(read[i].source, report);
        append_documents(corpus, files[i], read[i], report);
        read[i] = {};
    }
    if (corpus.size() == 0) {
        std::string reasons;
        for (std::size_t i = 0; i < report.unread.size() && i < Diagnostics::kept; ++i)
            reasons += (i == 0 ? "" : "\n") + report.unread[i].message;
        throw InputError(Problem{"", 0, 0, reasons, "no document could be read"});
    }
    require_ids_once(corpus, report);
    return corpus;
}

}  // namespace tarazy
