// Reads a report from standard input by reviewdog's parser of a format, and prints what it found
// there, one diagnostic of reviewdog's own format in JSON a line.
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/reviewdog/reviewdog/parser"
	"google.golang.org/protobuf/encoding/protojson"
)

func main() {
	reader, err := parser.New(&parser.Option{FormatName: os.Args[1]})
	if err != nil {
		panic(err)
	}
	found, err := reader.Parse(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, each := range found {
		// A path is bytes; JSON cannot print those that are no UTF-8.
		each.OriginalOutput = ""
		each.Location.Path = strings.ToValidUTF8(each.Location.Path, "?")
		line, err := protojson.Marshal(each)
		if err != nil {
			panic(err)
		}
		fmt.Println(string(line))
	}
}
