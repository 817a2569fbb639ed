#pragma once

#include "serve/coding/coding_answers.hpp"

namespace tarazy {

// What coders do (POST); bodies are JSON objects with `who`, the coder. Every answer tells what can be undone and the
// number of the newest change. See docs/serve-coding.md.

/// `do`: create (`code,parent,color,description`), change (`key,version`, and what becomes otherwise), merge
/// (`key,into`), split (`key,code,codings`), delete (`key`).
[[nodiscard]] Answer act_on_code(CodingShelves& shelves, const Request& request);
/// `add`: list of `doc,start,end,code[,memo]`; `edit`: list of `key,version[,start,end,code,memo,remove]`.
[[nodiscard]] Answer act_on_codings(CodingShelves& shelves, const Request& request);
/// `doc,memo,version`
[[nodiscard]] Answer act_on_memo(CodingShelves& shelves, const Request& request);
/// `do`: add (`name`), blind (`blind`), give (`coders,double,seed,find`), finish, reopen (`doc`).
[[nodiscard]] Answer act_on_coders(CodingShelves& shelves, const Request& request);
/// `act`: its number; without it the coder's newest.
[[nodiscard]] Answer act_undo(CodingShelves& shelves, const Request& request);
[[nodiscard]] Answer act_redo(CodingShelves& shelves, const Request& request);
/// Writes `codings/segments.csv` and `codings/codebook.csv`.
[[nodiscard]] Answer act_write_tables(CodingShelves& shelves, const Request& request);
/// `name`, `content`: a .qdpx file in base 64.
[[nodiscard]] Answer act_import(CodingShelves& shelves, const Request& request);

}  // namespace tarazy
