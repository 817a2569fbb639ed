#pragma once

#include "base/work.hpp"
#include "io/read_table.hpp"
#include "text/corpus/corpus.hpp"
#include "text/corpus/docx_text.hpp"
#include "text/corpus/limited_process.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

enum class DocumentFormat { txt, html, docx, pdf, csv };
[[nodiscard]] std::string_view to_string(DocumentFormat format) noexcept;
/// By the ending: .txt .text .md; .html .htm .xhtml; .docx; .pdf; .csv .tsv (also .gz, .xz).
[[nodiscard]] std::optional<DocumentFormat> document_format(std::string_view path);

struct DocumentOptions {
    std::string encoding = {};                            ///< of text files and of HTML; empty = found from the bytes
    CorpusColumns columns = {};                           ///< of CSV files
    ReadOptions reading = {};                             ///< of CSV files
    std::uint64_t most_bytes = std::uint64_t{512} << 20;  ///< of one file
    ProcessLimits pdf = {};
    UnpackLimits docx = {};
    std::string pdf_program = "pdftotext";
    std::vector<std::string> left_out =
        {};                ///< files of a folder that are no documents (the table of metadata, the output)
    unsigned threads = 0;  ///< 0 = all cores
};

/// Where a document comes from, and what was made out about it.
struct DocumentSource {
    std::string path;
    std::size_t line = 0;  ///< of its row in a CSV file; 0 = the whole file is the document
    DocumentFormat format = DocumentFormat::txt;
    std::string encoding;  ///< "UTF-8", "Windows-1251", ...; of PDF and DOCX "UTF-8"
    bool encoding_assumed = false;
    std::string sha256;                  ///< of the file
    std::size_t pages = 0;               ///< of a PDF
    std::size_t pages_without_text = 0;  ///< of a PDF
};

struct UnreadFile {
    std::string path;
    std::string message;  ///< with path and, where known, line
};

struct DocumentReport {
    std::vector<DocumentSource> sources;  ///< of each document of the corpus
    std::vector<UnreadFile> unread;       ///< in the order of the paths
    std::vector<std::string> skipped;     ///< files of folders whose ending names no document
    std::vector<std::string> warnings;    ///< assumed encodings, pages without text, ...
};

/// Reads documents: files, and folders with all that lies in them, sorted by their paths. An id is the path below the
/// folder without its ending (with it where two files would have the same); rows of a CSV file have its ids. The texts
/// are what the source says, not cleaned; a form feed ends a page of a PDF. Columns of CSV files are the metadata, and
/// `year` is the first four-digit number from 1500 to 2199 in the name of the file, unless the file says it.
///
/// A file that cannot be read is told in the report and the others go on. Files are read on several threads; the result
/// does not depend on their number.
/// @throws FileError: no such path, pdftotext missing; InputError: no file with a document's ending, or none that can
///         be read (then with every reason); an id that stands twice in CSV files; UsageError: unknown encoding;
///         Interrupted
[[nodiscard]] Corpus read_documents(const std::vector<std::string>& paths, const DocumentOptions& options,
                                    DocumentReport& report, const Work& work);

}  // namespace tarazy
