#pragma once

#include "io/file_in_pieces.hpp"
#include "io/write_table.hpp"
#include "table/table.hpp"

#include <string>

namespace tarazy {

enum class CsvHeaderLine { written, left_out };

/// What `to_csv` gives, handed to `write` in pieces of about a megabyte, front to back. Blocks of rows are made into
/// text on up to `threads` threads (0 = all cores); the bytes are the same at any number. Memory beside the table:
/// some megabytes.
/// @param header  left out where the rows go on below those of another table with the same columns
void write_csv(const Table& table, const WriteOptions& options, unsigned threads, const ByteSink& write,
               CsvHeaderLine header = CsvHeaderLine::written);

/// Writes delimited text to a file while it is made, aside and renamed; .tsv and .tab get tabs. The name's ending must
/// promise no packed file. @throws FileError if it cannot be written; the old file is as it was then
void write_delimited(const Table& table, const std::string& path, const WriteOptions& options, unsigned threads);

}  // namespace tarazy
